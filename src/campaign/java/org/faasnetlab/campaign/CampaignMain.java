package org.faasnetlab.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a campaign and writes its results: {@code CampaignMain NAME DIST WORK DOCUMENT SIZE}. The exit code is 1 if the
 * program did not hold.
 */
public final class CampaignMain {
    private CampaignMain() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        Path dist = Path.of(arguments[1]).toAbsolutePath();
        Path work =
                Files.createDirectories(Path.of(arguments[2]).toAbsolutePath().resolve(name));
        ReliabilityReport report = new ReliabilityReport(Path.of(arguments[3]));
        List<String> size = List.of(arguments).subList(4, arguments.length);
        CampaignResult result = switch (name) {
            case "fuzz" -> new FuzzCampaign(work).run(size.isEmpty() ? 1_000_000 : Long.parseLong(size.get(0)));
            case "faults" ->
                new FaultCampaign(dist, work)
                        .run(
                                size.isEmpty() ? 20 : Integer.parseInt(size.get(0)),
                                size.size() < 2 ? Long.MAX_VALUE : Long.parseLong(size.get(1)),
                                size.size() < 3 ? "" : size.get(2));
            case "soak" -> new SoakCampaign(dist, work).run(size.isEmpty() ? 1 : Double.parseDouble(size.get(0)));
            default -> throw new IllegalArgumentException("unknown campaign " + name);
        };
        report.write(
                name,
                "./mvnw -P" + name + " verify"
                        + (size.isEmpty() ? "" : " -Dcampaign.size='" + String.join(" ", size) + "'"),
                result);
        System.exit(result.held() ? 0 : 1);
    }
}

package org.faasnetlab.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The command lines of a run's iperf3 clients, as facts about its environment. Commands that differ only in the server's
 * address and port and in files of the function count as one, of which the first is kept, without the folders of
 * such files.
 */
final class ClientCommands {
    static final String FACT = "iperf3.client.";

    /** Plans have more cells than a reader would compare. */
    private static final int MAX_COMMANDS = 50;

    private static final Pattern OF_ONE_FUNCTION =
            Pattern.compile("(?<= )(-c|-p|--pidfile|--rsa-public-key-path) (?:'[^']*'|\\S+)");

    /** The folder of a file, which can name the user. */
    private static final Pattern FOLDER =
            Pattern.compile("(?<= )(--pidfile|--rsa-public-key-path) (?:'[^']*|[^ ']*)(/[^/' ]+)'?");

    private record Kept(String command, List<Integer> trials) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /**
     * Adds the commands of a trial.
     *
     * @param trial its number, from 1
     */
    void add(int trial, List<String> commands) {
        for (String command : commands) {
            String key = OF_ONE_FUNCTION.matcher(command).replaceAll("$1");
            if (kept.containsKey(key) || kept.size() < MAX_COMMANDS) {
                List<Integer> trials = kept.computeIfAbsent(
                                key, unused -> new Kept(withoutFolders(command), new ArrayList<>()))
                        .trials();
                if (!trials.contains(trial)) {
                    trials.add(trial);
                }
            }
        }
    }

    private static String withoutFolders(String command) {
        return FOLDER.matcher(command).replaceAll("$1 …$2");
    }

    /** A fact for each command, with the trials in which it was run. */
    SortedMap<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>();
        int number = 1;
        for (Kept each : kept.values()) {
            facts.put(FACT + number++, each.command() + "  (" + trials(each.trials()) + ")");
        }
        return facts;
    }

    /** For example {@code trials 1 to 3, 7}. */
    private static String trials(List<Integer> numbers) {
        StringBuilder text = new StringBuilder(numbers.size() == 1 ? "trial " : "trials ");
        for (int from = 0; from < numbers.size(); ) {
            int to = from;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            text.append(from == 0 ? "" : ", ").append(numbers.get(from));
            if (to > from) {
                text.append(to == from + 1 ? ", " : " to ").append(numbers.get(to));
            }
            from = to + 1;
        }
        return text.toString();
    }
}

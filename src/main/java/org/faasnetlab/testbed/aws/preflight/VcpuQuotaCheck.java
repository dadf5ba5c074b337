package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ServerTypeFacts;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CpuOptions;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/**
 * Checks whether the account's quota allows the servers' vCPUs, counted as the quota "Running On-Demand Standard (A, C,
 * D, H, I, M, R, T, Z) instances" does. Other families have quotas of their own, which are not checked.
 */
final class VcpuQuotaCheck implements PreflightCheck {

    private static final String QUOTA = "L-1216C47A";
    private static final String STANDARD = "acdhimrtz";
    private static final Set<String> NOT_STANDARD = Set.of("dl", "hpc", "inf", "mac", "trn");

    private final AwsTestbedSettings settings;

    VcpuQuotaCheck(AwsTestbedSettings settings) {
        this.settings = settings;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        String type = settings.serverType();
        if (!standard(type)) {
            return CheckResult.unknown(
                    Phrase.of("{0} counts toward a quota that is not checked.", type),
                    Phrase.of("Check the quota of its family in Service Quotas (EC2)."));
        }
        Optional<ServerTypeFacts> facts = ServerTypeFacts.of(aws, type);
        if (facts.isEmpty()) {
            return CheckResult.unknownServerType(type);
        }
        Double quota = aws.query(
                "servicequotas:GetServiceQuota",
                ServiceQuotasClient.builder(),
                quotas -> quotas.getServiceQuota(
                                request -> request.serviceCode("ec2").quotaCode(QUOTA))
                        .quota()
                        .value());
        int wanted =
                (settings.servers() + settings.outsideServers()) * facts.get().vcpus();
        OptionalInt used = used(aws);
        if (quota == null || used.isEmpty()) {
            return CheckResult.unknown(
                    Phrase.of("The vCPU quota or usage of the account is unknown."),
                    Phrase.of("New accounts have 5. Check quota {0} in Service Quotas (EC2).", QUOTA));
        }
        Phrase counted = Phrase.of(
                "The servers require {0} vCPUs, running instances use {1}, and the quota is {2}.",
                String.format(Locale.ROOT, "%,d", wanted),
                String.format(Locale.ROOT, "%,d", used.getAsInt()),
                String.format(Locale.ROOT, "%,.0f", quota));
        if (wanted + used.getAsInt() > quota) {
            return CheckResult.problem(
                    counted,
                    Phrase.of(
                            "Use fewer or smaller servers, or request a higher 'Running On-Demand Standard instances' quota in Service Quotas (EC2, {0}).",
                            QUOTA));
        }
        return CheckResult.ok(counted);
    }

    private static OptionalInt used(AwsQueries aws) throws QueryFailedException {
        List<CpuOptions> running = aws.query(
                "ec2:DescribeInstances",
                Ec2Client.builder(),
                ec2 -> ec2
                        .describeInstancesPaginator(request -> request.filters(Filter.builder()
                                .name("instance-state-name")
                                .values("pending", "running")
                                .build()))
                        .reservations()
                        .stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .filter(instance -> instance.instanceLifecycle() == null)
                        .filter(instance -> standard(String.valueOf(instance.instanceTypeAsString())))
                        .map(Instance::cpuOptions)
                        .toList());
        if (running.stream().anyMatch(cpu -> cpu == null || cpu.coreCount() == null || cpu.threadsPerCore() == null)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(running.stream()
                .mapToInt(cpu -> cpu.coreCount() * cpu.threadsPerCore())
                .sum());
    }

    /** The letters before the generation name a type's family. */
    static boolean standard(String type) {
        String family = type.replaceFirst("[^a-z].*", "");
        return !family.isEmpty() && STANDARD.indexOf(family.charAt(0)) >= 0 && !NOT_STANDARD.contains(family);
    }
}

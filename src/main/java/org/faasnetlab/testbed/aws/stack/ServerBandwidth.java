package org.faasnetlab.testbed.aws.stack;

import java.util.Optional;
import java.util.OptionalDouble;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.calls.AwsQueries;

/** What the servers of a testbed carry together, by what EC2 says of their type. */
public final class ServerBandwidth {

    private final AwsAccount account;

    public ServerBandwidth(AwsAccount account) {
        this.account = account;
    }

    /**
     * The bandwidth that they have for as long as one likes. For a while they may have more, but nobody can count on it.
     *
     * @param outside whether the servers with public addresses are meant
     * @return empty if EC2 names none
     * @throws LabException if EC2 does not answer
     */
    public Optional<Bandwidth> of(AwsTestbedSettings settings, boolean outside) throws LabException {
        int servers = outside ? settings.outsideServers() : settings.servers();
        OptionalDouble each = ServerTypeFacts.of(new AwsQueries(account), settings.serverType())
                .map(type -> type.reachable(type.baselineGbps(), outside))
                .orElse(OptionalDouble.empty());
        return each.isPresent() ? Optional.of(new Bandwidth(servers * each.getAsDouble() * 1e9)) : Optional.empty();
    }
}

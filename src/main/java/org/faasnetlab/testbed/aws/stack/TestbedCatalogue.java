package org.faasnetlab.testbed.aws.stack;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** The testbeds that are in an account's Region, by their stacks' tag, whoever made them and wherever. */
public final class TestbedCatalogue {

    private final AwsAccount account;

    public TestbedCatalogue(AwsAccount account) {
        this.account = account;
    }

    /** All of them, in whatever state, in CloudFormation's order: the newest first. */
    public List<TestbedStack> list() throws AwsAccessException {
        try (CloudFormationClient cloudFormation = account.client(CloudFormationClient.builder())) {
            return cloudFormation.describeStacksPaginator().stacks().stream()
                    .flatMap(stack -> TestbedStack.of(stack, account.region().id()).stream())
                    .toList();
        } catch (UncheckedIOException noTokenFile) {
            throw account.failures().signInMissing(noTokenFile);
        } catch (SdkException failure) {
            throw account.failures().explain(failure);
        }
    }

    /** The testbed of this name, if there is one. */
    public Optional<TestbedStack> find(String name) throws AwsAccessException {
        return list().stream().filter(each -> each.name().equals(name)).findFirst();
    }
}

package org.faasnetlab.testbed.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.policy.UserPolicy.Statement;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;
import org.faasnetlab.testing.aws.CfnLintData;
import org.faasnetlab.testing.aws.SdkCallScanner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the user policy with AWS's own descriptions: with the requests of the program and those that CloudFormation
 * makes with the user's credentials. A description is not AWS: it lists what a handler may request, not what it
 * requests for these properties.
 */
class UserPolicyContractIT {

    /** Actions that a handler needs only for properties that the template does not set. */
    private static final Map<String, List<String>> FOR_PROPERTIES_THAT_ARE_NOT_SET = Map.ofEntries(
            Map.entry(
                    "AWS::EC2::Instance: key pair, volumes, placement, monitoring, private names, credits of burstable"
                            + " types, SSM documents; the profile is the launch template's",
                    List.of(
                            "ec2:AssociateIamInstanceProfile",
                            "ec2:AttachVolume",
                            "ec2:DescribeKeyPairs",
                            "ec2:DetachVolume",
                            "ec2:DisassociateIamInstanceProfile",
                            "ec2:ModifyInstanceAttribute",
                            "ec2:ModifyInstanceCreditSpecification",
                            "ec2:ModifyInstancePlacement",
                            "ec2:ModifyPrivateDnsNameOptions",
                            "ec2:MonitorInstances",
                            "ec2:ReplaceIamInstanceProfileAssociation",
                            "ec2:StartInstances",
                            "ssm:CreateAssociation")),
            Map.entry(
                    "AWS::EC2::Subnet: public addresses, IPv6 and names given to its instances",
                    List.of("ec2:ModifySubnetAttribute")),
            Map.entry(
                    "AWS::EC2::SubnetRouteTableAssociation: a subnet that is associated already; the testbed's is new",
                    List.of("ec2:ReplaceRouteTableAssociation")),
            Map.entry("AWS::EC2::VPC: encryption control", List.of("ec2:CreateVpcEncryptionControl")),
            Map.entry(
                    "AWS::EC2::VPCEndpoint: service networks, services of other Regions",
                    List.of(
                            "vpc-lattice:CreateServiceNetworkVpcEndpointAssociation",
                            "vpc-lattice:DescribeServiceNetworkVpcEndpointAssociation",
                            "vpce:AllowMultiRegion")),
            Map.entry(
                    "AWS::EC2::VPCGatewayAttachment: VPN gateways",
                    List.of("ec2:AttachVpnGateway", "ec2:DetachVpnGateway")),
            Map.entry(
                    "AWS::IAM::Role: managed policies; the testbed's are inline",
                    List.of("iam:AttachRolePolicy", "iam:DetachRolePolicy")),
            Map.entry(
                    "AWS::Lambda::Function: own keys, file systems, layers, code signing, versions of the code object,"
                            + " capacity providers, reserved concurrency, recursion and runtime settings",
                    List.of(
                            "elasticfilesystem:DescribeMountTargets",
                            "kms:CreateGrant",
                            "kms:Decrypt",
                            "kms:DescribeKey",
                            "kms:Encrypt",
                            "kms:GenerateDataKey",
                            "lambda:AssociateRuntimeAlias",
                            "lambda:DeleteFunctionCodeSigningConfig",
                            "lambda:DeleteFunctionConcurrency",
                            "lambda:GetCodeSigningConfig",
                            "lambda:GetLayerVersion",
                            "lambda:PassCapacityProvider",
                            "lambda:PutFunctionCodeSigningConfig",
                            "lambda:PutFunctionConcurrency",
                            "lambda:PutFunctionRecursionConfig",
                            "lambda:PutFunctionScalingConfig",
                            "lambda:PutRuntimeManagementConfig",
                            "s3:GetObjectVersion",
                            "s3files:ListMountTargets")),
            Map.entry(
                    "AWS::Logs::LogGroup: deliveries, indexes, data protection, resource policies, tokens",
                    List.of(
                            "firehose:TagDeliveryStream",
                            "logs:CreateLogDelivery",
                            "logs:DeleteDataProtectionPolicy",
                            "logs:PutBearerTokenAuthentication",
                            "logs:PutDataProtectionPolicy",
                            "logs:PutIndexPolicy",
                            "logs:PutResourcePolicy",
                            "s3:REST.PUT.OBJECT")),
            Map.entry(
                    "AWS::S3::Bucket: every feature but encryption, lifecycle, public access and tags",
                    List.of(
                            "s3:CreateBucketMetadataTableConfiguration",
                            "s3:GetBucketAcl",
                            "s3:GetBucketMetadataTableConfiguration",
                            "s3:PutAccelerateConfiguration",
                            "s3:PutAnalyticsConfiguration",
                            "s3:PutBucketAbac",
                            "s3:PutBucketCORS",
                            "s3:PutBucketLogging",
                            "s3:PutBucketNotification",
                            "s3:PutBucketObjectLockConfiguration",
                            "s3:PutBucketOwnershipControls",
                            "s3:PutBucketReplication",
                            "s3:PutBucketVersioning",
                            "s3:PutBucketWebsite",
                            "s3:PutIntelligentTieringConfiguration",
                            "s3:PutInventoryConfiguration",
                            "s3:PutMetricsConfiguration",
                            "s3:PutObjectAcl",
                            "s3:PutObjectLockConfiguration",
                            "s3:PutReplicationConfiguration",
                            "s3tables:CreateNamespace",
                            "s3tables:CreateTable",
                            "s3tables:CreateTableBucket",
                            "s3tables:GetTable",
                            "s3tables:GetTableMetadataLocation",
                            "s3tables:PutTableBucketPolicy",
                            "s3tables:PutTableEncryption",
                            "s3tables:PutTablePolicy",
                            "s3tables:UpdateTableMetadataLocation")),
            Map.entry(
                    "AWS::S3::Bucket, read: the same features, looked at to detect drift and to import buckets",
                    List.of(
                            "s3:GetAccelerateConfiguration",
                            "s3:GetAnalyticsConfiguration",
                            "s3:GetBucketAbac",
                            "s3:GetBucketCORS",
                            "s3:GetBucketLogging",
                            "s3:GetBucketNotification",
                            "s3:GetBucketObjectLockConfiguration",
                            "s3:GetBucketOwnershipControls",
                            "s3:GetBucketVersioning",
                            "s3:GetBucketWebsite",
                            "s3:GetIntelligentTieringConfiguration",
                            "s3:GetInventoryConfiguration",
                            "s3:GetMetricsConfiguration",
                            "s3:GetReplicationConfiguration")));

    /** Actions that neither the program's code nor a handler names. */
    private static final Map<String, String> OTHER_REASONS = Map.of(
            "cloudformation:DescribeEvents",
                    "a person who looks into a failure, by the newer call for a stack's events",
            "cloudformation:GetTemplate", "an update with the template as it is, and a person who looks at it",
            "cloudformation:TagResource", "CreateStack and UpdateStack with tags",
            "ec2:DescribeImages", "a parameter of type AWS::EC2::Image::Id is looked up",
            "ec2:GetSecurityGroupsForVpc", "asked for by Lambda's guide of whoever puts a function into a VPC");

    private static CfnLintData aws;
    private static Set<String> calls;

    @BeforeAll
    static void readWhatAwsSays() throws Exception {
        aws = CfnLintData.load();
        calls = SdkCallScanner.actions();
    }

    @Test
    void itAllowsEveryCallOfTheProgram() {
        assertThat(calls)
                .hasSizeGreaterThan(60)
                // The first needs no permission, and the second, for roles with an MFA code, one of the source profile.
                .filteredOn(action ->
                        !Set.of("sts:GetCallerIdentity", "sts:AssumeRole").contains(action))
                .isSubsetOf(allowed());
    }

    @Test
    void policyAllowsActionsOfCloudFormationExceptForUnusedProperties() throws Exception {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (String type : types()) {
            Set<String> actions = handlerActions(type);
            actions.removeAll(allowed());
            actions.removeAll(notNeeded());
            missing.put(type, actions);
        }

        assertThat(missing)
                .hasSizeGreaterThan(15)
                .allSatisfy((type, actions) -> assertThat(actions).as(type).isEmpty());
    }

    @Test
    void omittedActionsAreRequestedByAHandlerAndNotAllowed() throws Exception {
        Set<String> asked = new TreeSet<>();
        for (String type : types()) {
            asked.addAll(handlerActions(type));
        }

        assertThat(notNeeded()).isSubsetOf(asked).doesNotContainAnyElementsOf(allowed());
    }

    @Test
    void policyAllowsOnlyActionsThatAreUsed() throws Exception {
        Set<String> asked = new TreeSet<>(calls);
        for (String type : types()) {
            asked.addAll(handlerActions(type));
        }

        assertThat(allowed())
                .filteredOn(action -> !asked.contains(action))
                .containsExactlyInAnyOrderElementsOf(OTHER_REASONS.keySet());
    }

    /** An action without resource types in IAM is never allowed by a statement with resources. */
    @Test
    void aStatementNamesResourcesOnlyForActionsThatHaveSuch() {
        assertThat(UserPolicy.statements("eu-central-1"))
                .filteredOn(statement -> !statement.resources().contains("*"))
                .allSatisfy(statement -> assertThat(statement.actions())
                        .as(statement.sid())
                        .allSatisfy(action -> assertThat(statement.resources())
                                .as(action)
                                .anyMatch(resource -> aws.resourcePatterns(action).stream()
                                        .anyMatch(pattern -> fits(resource, pattern)))));
    }

    @Test
    void aStatementAsksForTagsOnlyWhereIamKnowsThem() {
        assertThat(UserPolicy.statements("eu-central-1"))
                .filteredOn(statement ->
                        statement.conditions().keySet().stream().anyMatch(key -> key.startsWith("aws:ResourceTag/")))
                .hasSize(1)
                .allSatisfy(statement ->
                        assertThat(statement.actions()).allMatch(action -> aws.knowsTheResourcesTags(action)));
    }

    /** An update changes functions only. */
    private static Set<String> handlerActions(String type) throws Exception {
        List<String> handlers = new ArrayList<>(List.of("create", "read", "delete"));
        if (type.equals("AWS::Lambda::Function")) {
            handlers.add("update");
        }
        Set<String> actions = new TreeSet<>();
        for (String handler : handlers) {
            actions.addAll(aws.handlerActions(type, handler));
        }
        return actions;
    }

    private static Set<String> types() {
        return Pattern.compile("^    Type: (AWS::\\w+::\\w+)$", Pattern.MULTILINE)
                .matcher(new TestbedTemplate().text())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allowed() {
        return UserPolicy.statements("eu-central-1").stream()
                .map(Statement::actions)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> notNeeded() {
        return FOR_PROPERTIES_THAT_ARE_NOT_SET.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean fits(String resource, String pattern) {
        String concrete = resource.replace("*", "x");
        return concrete.matches(pattern.replaceAll("\\$\\{\\w+\\}", "[^:]*"));
    }
}

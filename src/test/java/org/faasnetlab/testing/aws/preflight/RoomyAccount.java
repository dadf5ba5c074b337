package org.faasnetlab.testing.aws.preflight;

import org.faasnetlab.testbed.aws.policy.UserPolicy;
import org.faasnetlab.testing.aws.StubAws;

/** Answers of an account in which all checks are OK; tests replace the one that they are about. */
public final class RoomyAccount {

    public static final String STREAM =
            "POST /2021-11-15/functions/faasnetlab-lab-absent/response-streaming-invocations";
    public static final String LAMBDA_SETTINGS = "GET /2016-08-19/account-settings";
    public static final String ARN = "arn:aws:iam::123456789012:user/ada";

    private RoomyAccount() {}

    public static void fill(StubAws aws) {
        identity(aws, ARN);
        aws.refuse("DescribeStacks", 400, "ValidationError", "Stack with id faasnetlab-lab does not exist");
        concurrency(aws, 1000, 1000, 3);
        aws.refuse(STREAM, 404, "ResourceNotFoundException", "Function not found");
        zones(aws, "eu-central-1a", "eu-central-1b");
        type(aws, 4, "x86_64", 6.25, 30);
        quotas(aws, 64, 5);
        functionBandwidth(aws, "625.0");
        aws.answer("DescribeInstances", "<DescribeInstancesResponse><reservationSet/></DescribeInstancesResponse>");
        vpcs(aws, "vpc-01234567", "10.8.0.0/16");
        aws.answer("DescribeVpcAttribute", """
                <DescribeVpcAttributeResponse><vpcId>vpc-01234567</vpcId>
                <enableDnsSupport><value>true</value></enableDnsSupport></DescribeVpcAttributeResponse>
                """);
        simulation(aws, "none");
    }

    public static void identity(StubAws aws, String arn) {
        aws.answer("GetCallerIdentity", """
                <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>%s</Arn><UserId>AIDA</UserId>
                <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
                """.formatted(arn));
    }

    public static void concurrency(StubAws aws, int all, int unreserved, int functions) {
        aws.answer(LAMBDA_SETTINGS, """
                {"AccountLimit":{"TotalCodeSize":80530636800,"ConcurrentExecutions":%d,
                "UnreservedConcurrentExecutions":%d},"AccountUsage":{"TotalCodeSize":0,"FunctionCount":%d}}
                """.formatted(all, unreserved, functions));
    }

    public static void zones(StubAws aws, String... zones) {
        StringBuilder items = new StringBuilder();
        for (String zone : zones) {
            items.append("<item><instanceType>c6in.xlarge</instanceType><locationType>availability-zone</locationType>"
                    + "<location>" + zone + "</location></item>");
        }
        aws.answer(
                "DescribeInstanceTypeOfferings",
                "<DescribeInstanceTypeOfferingsResponse><instanceTypeOfferingSet>" + items
                        + "</instanceTypeOfferingSet></DescribeInstanceTypeOfferingsResponse>");
    }

    public static void type(StubAws aws, int vcpus, String processor, double baseline, double peak) {
        aws.answer("DescribeInstanceTypes", """
                <DescribeInstanceTypesResponse><instanceTypeSet><item><instanceType>c6in.xlarge</instanceType>
                <processorInfo><supportedArchitectures><item>%s</item></supportedArchitectures></processorInfo>
                <vCpuInfo><defaultVCpus>%d</defaultVCpus></vCpuInfo><networkInfo><networkCards><item>
                <networkCardIndex>0</networkCardIndex><baselineBandwidthInGbps>%s</baselineBandwidthInGbps>
                <peakBandwidthInGbps>%s</peakBandwidthInGbps></item></networkCards></networkInfo>
                </item></instanceTypeSet></DescribeInstanceTypesResponse>
                """.formatted(processor, vcpus, baseline, peak));
    }

    public static void quotas(StubAws aws, int vcpus, int vpcs) {
        aws.answer(
                "GetServiceQuota",
                request -> "{\"Quota\":{\"Value\":" + (request.body().contains("L-1216C47A") ? vcpus : vpcs) + ".0}}");
    }

    /** @param value of Lambda's quota of network bandwidth, which is on the second page */
    public static void functionBandwidth(StubAws aws, String value) {
        aws.answer(
                "ListServiceQuotas",
                request -> request.body().contains("NextToken")
                        ? "{\"Quotas\":[{\"ServiceCode\":\"lambda\",\"QuotaCode\":\"L-0A1B2C3D\",\"QuotaName\":"
                                + "\"Network bandwidth per execution environment\",\"Value\":" + value + "}]}"
                        : "{\"NextToken\":\"2\",\"Quotas\":[{\"ServiceCode\":\"lambda\",\"QuotaCode\":\"L-B99A9384\","
                                + "\"QuotaName\":\"Concurrent executions\",\"Value\":1000.0}]}");
    }

    public static void vpcs(StubAws aws, String id, String block) {
        aws.answer("DescribeVpcs", """
                <DescribeVpcsResponse><vpcSet><item><vpcId>%s</vpcId><cidrBlock>%s</cidrBlock>
                <cidrBlockAssociationSet><item><cidrBlock>%s</cidrBlock></item></cidrBlockAssociationSet>
                </item></vpcSet></DescribeVpcsResponse>
                """.formatted(id, block, block));
    }

    /** IAM allows every action of the policy but this one. */
    public static void simulation(StubAws aws, String refused) {
        aws.answer("SimulatePrincipalPolicy", request -> {
            StringBuilder results = new StringBuilder();
            UserPolicy.statements("eu-central-1").stream()
                    .flatMap(statement -> statement.actions().stream())
                    .filter(request.fields()::containsValue)
                    .forEach(action -> results.append("<member><EvalActionName>" + action
                            + "</EvalActionName><EvalDecision>"
                            + (action.equals(refused) ? "implicitDeny" : "allowed")
                            + "</EvalDecision></member>"));
            return "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated>"
                    + "<EvaluationResults>" + results
                    + "</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>";
        });
    }
}

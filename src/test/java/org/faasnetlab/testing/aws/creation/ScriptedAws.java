package org.faasnetlab.testing.aws.creation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testing.aws.AwsEndpointStub;
import org.faasnetlab.testing.aws.AwsEndpointStub.Answer;
import org.faasnetlab.testing.aws.AwsEndpointStub.Request;
import org.faasnetlab.testing.invoke.StubLambda;

/** One stack whose status and events the test sets, with the services around it; two events are on a page. */
public final class ScriptedAws implements AwsEndpointStub.Services {

    public static final String STACK_ID = "arn:aws:cloudformation:eu-central-1:123456789012:stack/faasnetlab-lab/1";

    private static final FunctionRecord READY = new FunctionRecord.Ready(
            "sandbox-1", "2026/11/23/[1]sandbox-1", true, 512, "amd64", "Java 21", 1_790_000_000_000_000L, null);

    private static final Pattern MEMORY = Pattern.compile("\"MemorySize\":([0-9]+)");

    private final Map<String, String> parameters = new TreeMap<>();
    private final List<String> events = new ArrayList<>();
    private String status = "";
    private boolean tagged = true;
    private boolean bucket;
    private boolean code;
    private String key = "";
    private int memoryMb = 512;

    /** Sets the status of the stack; empty for no stack. */
    public void stack(String newStatus) {
        status = newStatus;
    }

    public void withoutTag() {
        tagged = false;
    }

    public void bucketIsThere() {
        bucket = true;
    }

    public boolean hasCode() {
        return code;
    }

    public void parameter(String key, String value) {
        parameters.put(key, value);
    }

    public void event(String resource, String resourceStatus, String reason) {
        events.add(0, """
                <member><EventId>event-%d</EventId><StackId>%s</StackId><StackName>faasnetlab-lab</StackName>
                <LogicalResourceId>%s</LogicalResourceId><PhysicalResourceId>%s</PhysicalResourceId>
                <ResourceType>AWS::Some::Thing</ResourceType><Timestamp>2026-11-23T12:00:%02dZ</Timestamp>
                <ResourceStatus>%s</ResourceStatus><ResourceStatusReason>%s</ResourceStatusReason></member>
                """.formatted(
                        events.size(),
                        STACK_ID,
                        resource,
                        resource.equals("faasnetlab-lab") ? STACK_ID : resource + "-id",
                        events.size(),
                        resourceStatus,
                        reason));
    }

    @Override
    public Answer answer(Request request) {
        return switch (request.action()) {
            case "DescribeStacks" ->
                status.isEmpty()
                        ? Answer.refusal(request, 400, "ValidationError", "Stack with id faasnetlab-lab does not exist")
                        : result("DescribeStacks", "<Stacks><member>" + stack() + "</member></Stacks>");
            case "CreateStack" -> {
                keepParameters(request.form());
                status = "CREATE_IN_PROGRESS";
                event("faasnetlab-lab", "CREATE_IN_PROGRESS", "User Initiated");
                yield result("CreateStack", "<StackId>" + STACK_ID + "</StackId>");
            }
            case "UpdateStack" -> {
                status = "UPDATE_IN_PROGRESS";
                event("faasnetlab-lab", "UPDATE_IN_PROGRESS", "User Initiated");
                yield result("UpdateStack", "<StackId>" + STACK_ID + "</StackId>");
            }
            case "DescribeStackEvents" -> result("DescribeStackEvents", page(request.form()));
            case "DescribeStackResources" -> result("DescribeStackResources", resources());
            case "DescribeInstances" -> Answer.xml("<DescribeInstancesResponse/>");
            case "AmazonSSM.GetParameter" -> json("{\"Parameter\":{\"Value\":\"ami-0123456789abcdef0\"}}");
            default -> request.service().equals("s3") ? s3(request) : lambda(request);
        };
    }

    private void keepParameters(Map<String, String> form) {
        for (int number = 1; form.containsKey("Parameters.member." + number + ".ParameterKey"); number++) {
            String key = form.get("Parameters.member." + number + ".ParameterKey");
            String value = form.getOrDefault("Parameters.member." + number + ".ParameterValue", "");
            parameters.put(key, key.startsWith("OutsidePassword") ? "****" : value);
        }
    }

    private String stack() {
        StringBuilder text = new StringBuilder();
        parameters.forEach((key, value) -> text.append("<member><ParameterKey>")
                .append(key)
                .append("</ParameterKey><ParameterValue>")
                .append(value)
                .append("</ParameterValue></member>"));
        return """
                <StackId>%s</StackId><StackName>faasnetlab-lab</StackName><StackStatus>%s</StackStatus>
                <CreationTime>2026-11-23T12:00:00Z</CreationTime><Parameters>%s</Parameters><Tags>%s</Tags>
                <Outputs>%s</Outputs>
                """.formatted(
                        STACK_ID,
                        status,
                        text,
                        tagged ? "<member><Key>" + AwsTestbedSettings.TAG + "</Key><Value>x</Value></member>" : "",
                        output("Bucket", "bucket-1")
                                + output("Iperf3Key", "iperf3-x86_64.zip")
                                + output("SubnetId", "subnet-1")
                                + output("Server1Address", "10.83.0.5")
                                + output("ServerFacts", "{&quot;10.83.0.5&quot;:&quot;iperf 3.12&quot;}")
                                + output("InsideFunction", "inside"));
    }

    private static String output(String key, String value) {
        return "<member><OutputKey>" + key + "</OutputKey><OutputValue>" + value + "</OutputValue></member>";
    }

    private String page(Map<String, String> form) {
        int from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
        int to = Math.min(from + 2, events.size());
        return "<StackEvents>" + String.join("", events.subList(from, to)) + "</StackEvents>"
                + (to < events.size() ? "<NextToken>" + to + "</NextToken>" : "");
    }

    private String resources() {
        return "<StackResources><member><LogicalResourceId>Bucket</LogicalResourceId><PhysicalResourceId>bucket-1"
                + "</PhysicalResourceId><ResourceType>AWS::S3::Bucket</ResourceType><ResourceStatus>"
                + (bucket ? "CREATE_COMPLETE" : "CREATE_IN_PROGRESS")
                + "</ResourceStatus><Timestamp>2026-11-23T12:00:00Z</Timestamp></member></StackResources>";
    }

    private Answer s3(Request request) {
        if (request.method().equals("PUT")) {
            code = true;
            key = request.uri().getPath().replaceFirst(".*/", "");
            return Answer.xml("");
        }
        return Answer.xml("<ListBucketResult>" + (code ? "<Contents><Key>" + key + "</Key></Contents>" : "")
                + "</ListBucketResult>");
    }

    private Answer lambda(Request request) {
        Matcher size = MEMORY.matcher(new String(request.body(), StandardCharsets.UTF_8));
        if (size.find()) {
            memoryMb = Integer.parseInt(size.group(1));
        }
        String configuration = "{\"FunctionName\":\"inside\",\"Version\":\"7\",\"MemorySize\":" + memoryMb
                + ",\"RevisionId\":\"r\",\"CodeSha256\":\"c\","
                + "\"State\":\"Active\",\"LastUpdateStatus\":\"Successful\"}";
        String path = request.uri().getPath();
        if (path.endsWith("/response-streaming-invocations")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(StubLambda.payload(RecordJson.write(READY) + "\n"));
            body.writeBytes(StubLambda.invokeComplete("{}"));
            return new Answer(200, "application/vnd.amazon.eventstream", body.toByteArray());
        }
        if (path.endsWith("/versions") && request.method().equals("POST")) {
            return json(configuration);
        }
        if (path.endsWith("/versions")) {
            return json("{\"Versions\":[" + configuration + "]}");
        }
        return json(path.endsWith("/configuration") ? configuration : "{\"Configuration\":" + configuration + "}");
    }

    private static Answer json(String text) {
        return new Answer(200, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer result(String action, String text) {
        return Answer.xml(
                "<%1$sResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                        .formatted(action, text));
    }
}

package org.faasnetlab.testing.aws.deletion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lambda, CloudWatch Logs and S3. */
public final class FakeRestServices {

    private static final Pattern OBJECT = Pattern.compile("<Key>([^<]+)</Key><VersionId>([^<]+)</VersionId>");
    private static final Pattern LOG_GROUP = Pattern.compile("\"logGroupName\":\"([^\"]+)\"");

    private final FakeAccount account;

    public FakeRestServices(FakeAccount account) {
        this.account = account;
    }

    public static String action(String service, String method, String path, Map<String, String> parameters) {
        return service + ":" + (service.equals("s3") ? s3(method, path, parameters) : lambda(method, path));
    }

    private static String s3(String method, String path, Map<String, String> parameters) {
        if (path.equals("/")) {
            return "ListAllMyBuckets";
        }
        if (method.equals("DELETE")) {
            return parameters.containsKey("uploadId") ? "AbortMultipartUpload" : "DeleteBucket";
        }
        return parameters.containsKey("versions")
                ? "ListBucketVersions"
                : parameters.containsKey("uploads")
                        ? "ListBucketMultipartUploads"
                        : parameters.containsKey("tagging") ? "GetBucketTagging" : "DeleteObjectVersion";
    }

    private static String lambda(String method, String path) {
        if (path.contains("/tags/")) {
            return "ListTags";
        }
        if (path.endsWith("/versions")) {
            return "ListVersionsByFunction";
        }
        if (path.endsWith("/configuration")) {
            return method.equals("PUT") ? "UpdateFunctionConfiguration" : "GetFunctionConfiguration";
        }
        return method.equals("DELETE") ? "DeleteFunction" : "ListFunctions";
    }

    public String answer(FakeCall call) {
        return switch (call.service()) {
            case "lambda" -> lambda(call);
            case "logs" -> logs(call);
            default -> s3(call);
        };
    }

    private String lambda(FakeCall call) {
        String name = call.segment(3);
        switch (call.action()) {
            case "lambda:ListFunctions":
                return account.functions.keySet().stream()
                        .map(each -> "{\"FunctionName\":\"" + each + "\",\"FunctionArn\":\""
                                + "arn:aws:lambda:eu-central-1:123456789012:function:" + each + "\"}")
                        .collect(Collectors.joining(",", "{\"Functions\":[", "]}"));
            case "lambda:ListTags":
                return "{\"Tags\":{\"faasnetlab:testbed\":\"faasnetlab-lab-two\"}}";
            default:
                break;
        }
        FakeAccount.Function function = account.functions.get(name);
        if (function == null) {
            throw new FakeRefusal(404, "ResourceNotFoundException", "Function not found: " + name);
        }
        switch (call.action()) {
            case "lambda:ListVersionsByFunction":
                return function.versions.stream()
                        .map(each -> ",{\"Version\":\"" + each + "\"}")
                        .collect(Collectors.joining("", "{\"Versions\":[{\"Version\":\"$LATEST\"}", "]}"));
            case "lambda:GetFunctionConfiguration":
                return "{\"State\":\"Active\",\"LastUpdateStatus\":\"Successful\",\"VpcConfig\":{\"SubnetIds\":["
                        + (function.inVpc ? "\"subnet-own\"" : "") + "]}}";
            case "lambda:UpdateFunctionConfiguration":
                changed(call, name);
                function.inVpc = false;
                return "{}";
            default:
                changed(call, name);
                if (call.parameter("Qualifier").isEmpty()) {
                    account.functions.remove(name);
                } else {
                    function.versions.remove(call.parameter("Qualifier"));
                }
                return "";
        }
    }

    private String logs(FakeCall call) {
        if (call.action().equals("logs:DescribeLogGroups")) {
            return account.logGroups.stream()
                    .map(each -> "{\"logGroupName\":\"" + each + "\",\"arn\":\""
                            + "arn:aws:logs:eu-central-1:123456789012:log-group:" + each + ":*\"}")
                    .collect(Collectors.joining(",", "{\"logGroups\":[", "]}"));
        }
        if (call.action().equals("logs:ListTagsForResource")) {
            return "{\"tags\":{}}";
        }
        Matcher name = LOG_GROUP.matcher(call.body());
        if (!name.find() || !account.logGroups.contains(name.group(1))) {
            throw new FakeRefusal(400, "ResourceNotFoundException", "no such log group");
        }
        changed(call, name.group(1));
        account.logGroups.remove(name.group(1));
        return "";
    }

    private String s3(FakeCall call) {
        if (call.action().equals("s3:ListAllMyBuckets")) {
            return account.buckets.keySet().stream()
                    .map(each -> "<Bucket><Name>" + each + "</Name></Bucket>")
                    .collect(Collectors.joining(
                            "", "<ListAllMyBucketsResult><Buckets>", "</Buckets></ListAllMyBucketsResult>"));
        }
        String name = call.segment(1);
        FakeAccount.Bucket bucket = account.buckets.get(name);
        if (bucket == null) {
            throw new FakeRefusal(404, "NoSuchBucket", "no such bucket");
        }
        switch (call.action()) {
            case "s3:ListBucketVersions":
                return "<ListVersionsResult>" + objects("Version", bucket.versions, 1000)
                        + objects("DeleteMarker", bucket.markers, Math.max(0, 1000 - bucket.versions.size()))
                        + "</ListVersionsResult>";
            case "s3:ListBucketMultipartUploads":
                return "<ListMultipartUploadsResult>"
                        + objects("Upload", bucket.uploads, 1000).replace("VersionId", "UploadId")
                        + "</ListMultipartUploadsResult>";
            case "s3:GetBucketTagging":
                throw new FakeRefusal(404, "NoSuchTagSet", "The TagSet does not exist");
            case "s3:AbortMultipartUpload":
                changed(call, name);
                bucket.uploads.remove(call.segment(2) + " " + call.parameter("uploadId"));
                return "";
            case "s3:DeleteObjectVersion":
                changed(call, name);
                if (bucket.locked) {
                    return "<DeleteResult><Error><Key>object-1</Key><Code>AccessDenied</Code></Error></DeleteResult>";
                }
                Matcher object = OBJECT.matcher(call.body());
                while (object.find()) {
                    String version = object.group(1) + " " + object.group(2);
                    bucket.versions.remove(version);
                    bucket.markers.remove(version);
                }
                return "<DeleteResult></DeleteResult>";
            default:
                changed(call, name);
                if (!bucket.isEmpty()) {
                    throw new FakeRefusal(409, "BucketNotEmpty", "not empty");
                }
                account.buckets.remove(name);
                return "";
        }
    }

    private static String objects(String element, Set<String> of, int most) {
        return List.copyOf(of).stream()
                .limit(most)
                .map(each -> each.split(" "))
                .map(parts -> "<" + element + "><Key>" + parts[0] + "</Key><VersionId>" + parts[1] + "</VersionId></"
                        + element + ">")
                .collect(Collectors.joining());
    }

    private void changed(FakeCall call, String name) {
        if (!FakeAccount.isOwn(name)) {
            account.touched.add(call.action() + " " + name);
        }
    }
}

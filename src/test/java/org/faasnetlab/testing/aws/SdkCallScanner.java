package org.faasnetlab.testing.aws;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the IAM actions of every AWS SDK call in the product's code. */
public final class SdkCallScanner {

    private static final String SERVICES = "software.amazon.awssdk.services.";
    private static final Set<String> NOT_CALLS = Set.of("builder", "create", "close");

    private static final Map<String, String> PREFIXES = Map.of("cloudwatchlogs", "logs");

    /** Calls whose action has another name, by the service authorization reference. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.ofEntries(
            Map.entry("lambda:InvokeWithResponseStream", List.of("lambda:InvokeFunction")),
            Map.entry("lambda:Invoke", List.of("lambda:InvokeFunction")),
            // Without a stack name it lists stacks.
            Map.entry(
                    "cloudformation:DescribeStacks",
                    List.of("cloudformation:DescribeStacks", "cloudformation:ListStacks")),
            // Without ListBucket, S3 reports a missing object as denied.
            Map.entry("s3:HeadObject", List.of("s3:GetObject", "s3:ListBucket")),
            Map.entry("s3:GetObjectAsBytes", List.of("s3:GetObject", "s3:ListBucket")),
            Map.entry("s3:PresignGetObject", List.of("s3:GetObject")),
            Map.entry("s3:PresignPutObject", List.of("s3:PutObject")),
            Map.entry("s3:PresignUploadPart", List.of("s3:PutObject")),
            Map.entry("s3:CreateMultipartUpload", List.of("s3:PutObject")),
            Map.entry("s3:CompleteMultipartUpload", List.of("s3:PutObject")),
            Map.entry("s3:ListParts", List.of("s3:ListMultipartUploadParts")),
            Map.entry("s3:ListMultipartUploads", List.of("s3:ListBucketMultipartUploads")),
            Map.entry("s3:ListObjectsV2", List.of("s3:ListBucket")),
            Map.entry("s3:ListObjectVersions", List.of("s3:ListBucketVersions")),
            Map.entry("s3:ListBuckets", List.of("s3:ListAllMyBuckets")),
            Map.entry("s3:DeleteObjects", List.of("s3:DeleteObject", "s3:DeleteObjectVersion")));

    private SdkCallScanner() {}

    public static Set<String> actions() {
        return new TreeSet<>(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.faasnetlab")
                        .stream()
                        .flatMap(SdkCallScanner::callsAndReferences)
                        .filter(SdkCallScanner::asksAws)
                        .flatMap(SdkCallScanner::actionsOf)
                        .toList());
    }

    private static Stream<JavaCodeUnitAccess<?>> callsAndReferences(JavaClass type) {
        return Stream.concat(type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream());
    }

    private static boolean asksAws(JavaCodeUnitAccess<?> call) {
        String owner = call.getTargetOwner().getFullName();
        return owner.startsWith(SERVICES)
                && (owner.endsWith("Client") || owner.endsWith("Presigner"))
                && !NOT_CALLS.contains(call.getName());
    }

    private static Stream<String> actionsOf(JavaCodeUnitAccess<?> call) {
        String service = call.getTargetOwner()
                .getPackageName()
                .substring(SERVICES.length())
                .replaceFirst("\\..*", "");
        String name = call.getName().replaceFirst("(Paginator|AsBytes)$", "");
        String action = PREFIXES.getOrDefault(service, service)
                + ":"
                + name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1);
        return OTHER_NAMES.getOrDefault(action, List.of(action)).stream();
    }
}

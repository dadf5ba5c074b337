package org.faasnetlab.testing.aws.deletion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An account with a testbed and with similar resources of others. Deleting the stack fails where AWS's does: on a
 * bucket that is not empty and on security groups that a network interface uses.
 */
public final class FakeAccount {

    public static final String STACK = "faasnetlab-lab";
    public static final String STACK_ID = "arn:aws:cloudformation:eu-central-1:1:stack/faasnetlab-lab/1";
    public static final String FUNCTION = "faasnetlab-lab-InsideFunction-A1";
    public static final String BUCKET = "faasnetlab-lab-bucket-a1";
    public static final String GROUP = "sg-functions";

    /** A function in the VPC keeps its interface, and so does each of its versions. */
    public static final class Function {
        public boolean inVpc = true;
        public final Set<String> versions = new TreeSet<>(Set.of("1", "2"));
    }

    /** Lambda releases an interface some requests after its last user was deleted. */
    public static final class Interface {
        public final String description;
        public final String group;
        public final String subnet;
        public int looksUntilLetGo = 5;

        public Interface(String description, String group, String subnet) {
            this.description = description;
            this.group = group;
            this.subnet = subnet;
        }
    }

    /** Objects by "key version", and uploads by "key id". */
    public static final class Bucket {
        public final Set<String> versions = new LinkedHashSet<>();
        public final Set<String> markers = new LinkedHashSet<>();
        public final Set<String> uploads = new LinkedHashSet<>();
        public boolean locked;

        public boolean isEmpty() {
            return versions.isEmpty() && markers.isEmpty() && uploads.isEmpty();
        }
    }

    public String stackStatus = "NONE";

    /** Whether CloudFormation accepts the deletion of the stack and does nothing. */
    public boolean ignoresDeletion;

    public boolean stackProtected;
    public final Map<String, String> notDeleted = new LinkedHashMap<>();
    public final List<String> events = new ArrayList<>();
    public final Map<String, Function> functions = new TreeMap<>();
    public final Map<String, Bucket> buckets = new TreeMap<>();
    public final Map<String, Interface> interfaces = new TreeMap<>();
    public final Map<String, String> instances = new TreeMap<>();
    public final Set<String> logGroups = new TreeSet<>();
    public final Set<String> roles = new TreeSet<>();
    public final Set<String> profiles = new TreeSet<>();
    public final Set<String> profilesWithoutRole = new TreeSet<>();

    /** IDs of the testbed's network and launch template, with their kinds. */
    public final Map<String, String> tagged = new LinkedHashMap<>();

    /** Requests to change resources of others. */
    public final List<String> touched = new ArrayList<>();

    public FakeAccount() {
        functions.put("faasnetlab-lab-two-InsideFunction-B2", new Function());
        functions.put("invoices", new Function());
        buckets.put("faasnetlab-lab-two-bucket-b2", filled());
        buckets.put("faasnetlab-lab-notes", filled());
        interfaces.put("eni-others", new Interface("AWS Lambda VPC ENI-invoices", "sg-others", "subnet-users"));
        logGroups.add("faasnetlab-lab-two-FunctionLog-B2");
        // A testbed of the same name in another Region: IAM lists its roles in this one, too.
        roles.add("faasnetlab-lab-ServerRole-US");
        profiles.add("faasnetlab-lab-ServerProfile-US");
        roles.add("faasnetlab-lab-two-FunctionRole-B2");
        profiles.add("faasnetlab-lab-two-ServerProfile-B2");
    }

    /** A complete testbed in a VPC of its own. */
    public static FakeAccount whole() {
        FakeAccount account = withoutFunctions();
        account.addFunctions();
        account.stackStatus = "UPDATE_COMPLETE";
        return account;
    }

    /** A testbed in a subnet of the user's. */
    public static FakeAccount inUsersSubnet() {
        FakeAccount account = whole();
        account.tagged.keySet().removeAll(Set.of("vpc-own", "subnet-own", "rtb-own"));
        account.interfaces.put("eni-own", new Interface("AWS Lambda VPC ENI-" + FUNCTION, GROUP, "subnet-users"));
        return account;
    }

    /** The state before the functions are added. */
    public static FakeAccount withoutFunctions() {
        FakeAccount account = bucketAlone();
        account.instances.put("i-1", "running");
        account.roles.add("faasnetlab-lab-ServerRole-A1");
        account.profiles.add("faasnetlab-lab-ServerProfile-A1");
        account.tagged.put("vpce-own", "vpc-endpoint");
        account.tagged.put("lt-own", "launch-template");
        account.tagged.put(GROUP, "security-group");
        account.tagged.put("subnet-own", "subnet");
        account.tagged.put("rtb-own", "route-table");
        account.tagged.put("igw-own", "internet-gateway");
        account.tagged.put("vpc-own", "vpc");
        account.stackStatus = "CREATE_COMPLETE";
        return account;
    }

    /** A stack of which only the bucket exists. */
    public static FakeAccount bucketAlone() {
        FakeAccount account = new FakeAccount();
        account.buckets.put(BUCKET, filled());
        account.stackStatus = "CREATE_IN_PROGRESS";
        return account;
    }

    /** A complete testbed with few objects, for tests that list them often. */
    public static FakeAccount small() {
        FakeAccount account = whole();
        account.shrink();
        return account;
    }

    public void shrink() {
        buckets.values().forEach(bucket -> bucket.versions.removeIf(each -> !each.startsWith("object-1 ")));
    }

    public void addFunctions() {
        functions.put(FUNCTION, new Function());
        interfaces.put("eni-own", new Interface("AWS Lambda VPC ENI-" + FUNCTION, GROUP, "subnet-own"));
        logGroups.add("faasnetlab-lab-FunctionLog-A1");
        roles.add("faasnetlab-lab-FunctionRole-A1");
    }

    /** All resources of the testbed, without requests of the program. */
    public Set<String> own() {
        Set<String> own = new TreeSet<>(tagged.keySet());
        for (Set<String> names :
                List.of(functions.keySet(), buckets.keySet(), logGroups, roles, profiles, interfaces.keySet())) {
            names.stream().filter(FakeAccount::isOwn).forEach(own::add);
        }
        instances.forEach((id, state) -> {
            if (!state.equals("terminated")) {
                own.add(id);
            }
        });
        if (stackExists()) {
            own.add("stack " + stackStatus);
        }
        return own;
    }

    /** All other resources. */
    public Set<String> others() {
        Set<String> others = new TreeSet<>();
        for (Set<String> names :
                List.of(functions.keySet(), buckets.keySet(), logGroups, roles, profiles, interfaces.keySet())) {
            names.stream().filter(name -> !isOwn(name)).forEach(others::add);
        }
        return others;
    }

    public static boolean isOwn(String name) {
        return name.endsWith("-A1") || name.endsWith("-a1") || name.equals("eni-own");
    }

    public boolean stackExists() {
        return !stackStatus.equals("NONE") && !stackStatus.equals("DELETE_COMPLETE");
    }

    /** Advances CloudFormation's work between two requests. */
    public void advance() {
        switch (stackStatus) {
            case "ROLLBACK_IN_PROGRESS" -> change("ROLLBACK_COMPLETE");
            case "UPDATE_ROLLBACK_IN_PROGRESS" -> change("UPDATE_ROLLBACK_COMPLETE");
            case "DELETE_IN_PROGRESS" -> delete();
            default -> {}
        }
        instances.replaceAll((id, state) -> state.equals("shutting-down") ? "terminated" : state);
    }

    public void change(String status) {
        stackStatus = status;
        events.add(STACK + " AWS::CloudFormation::Stack " + status);
    }

    private void delete() {
        notDeleted.clear();
        functions.keySet().removeIf(FakeAccount::isOwn);
        logGroups.removeIf(FakeAccount::isOwn);
        roles.removeIf(FakeAccount::isOwn);
        profiles.removeIf(FakeAccount::isOwn);
        instances.replaceAll((id, state) -> "terminated");
        if (buckets.containsKey(BUCKET) && !buckets.get(BUCKET).isEmpty()) {
            notDeleted.put("Bucket", "The bucket you tried to delete is not empty");
        } else {
            buckets.remove(BUCKET);
        }
        if (interfaces.values().stream().anyMatch(each -> each.group.equals(GROUP))) {
            notDeleted.put("FunctionSecurityGroup", "resource sg-functions has a dependent object");
        }
        notDeleted.forEach((resource, reason) -> events.add(resource + " AWS::Any::Type DELETE_FAILED " + reason));
        if (notDeleted.isEmpty()) {
            tagged.clear();
        }
        change(notDeleted.isEmpty() ? "DELETE_COMPLETE" : "DELETE_FAILED");
    }

    /** Whether Lambda has released the interface; each request brings that nearer once no function needs it. */
    public boolean letGo(Interface each) {
        Function function = functions.get(FUNCTION);
        boolean needed = function != null && (function.inVpc || !function.versions.isEmpty());
        return each.group.equals(GROUP)
                && each.description.startsWith("AWS Lambda")
                && !needed
                && each.looksUntilLetGo-- <= 0;
    }

    public static Bucket filled() {
        Bucket bucket = new Bucket();
        for (int number = 0; number < 1200; number++) {
            bucket.versions.add("object-" + number + " v1");
        }
        bucket.markers.add("object-1 v2");
        bucket.uploads.add("upload u1");
        return bucket;
    }
}

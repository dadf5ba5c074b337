package org.faasnetlab.testing.aws;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;
import org.faasnetlab.testing.aws.AwsEndpointStub.Answer;
import org.faasnetlab.testing.aws.AwsEndpointStub.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * An emulated AWS for the window: moto with {@link MotoServices}, in which stacks take time, report events and can
 * fail, and which answers the requests of preflight and price list. Resources are created and deleted in moto.
 */
public final class EmulatedAws implements AwsEndpointStub.Services, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmulatedAws.class);

    private final MotoServer moto;
    private final AwsEndpointStub front;
    private final MotoServices services;
    private volatile Duration pace;
    private final List<StackTimeline> timelines = new CopyOnWriteArrayList<>();

    /** Events of deleted stacks are requested by ID. */
    private final List<StackTimeline> past = new CopyOnWriteArrayList<>();

    private volatile String failing = "";
    private volatile String reason = "";

    /** @param pace time between the starts of two resources of a stack */
    public EmulatedAws(Duration pace) throws IOException, InterruptedException {
        this.pace = pace;
        moto = MotoServer.start();
        services = new MotoServices(moto.uri());
        front = new AwsEndpointStub(this);
    }

    public URI uri() {
        return front.uri();
    }

    /** The state of the account, without the program. */
    public MotoServer moto() {
        return moto;
    }

    /** Changes the pace of later operations. */
    public void pace(Duration other) {
        pace = other;
        timelines.forEach(timeline -> timeline.pace(other));
    }

    /** Makes the next stack fail at this resource. */
    public void failNext(String resource, String why) {
        failing = resource;
        reason = why;
    }

    @Override
    public Answer answer(Request request) throws IOException, InterruptedException {
        String path = request.uri().getPath();
        if (path.endsWith("-absent/response-streaming-invocations")) {
            return Answer.refusal(request, 404, "ResourceNotFoundException", "Function not found");
        }
        if (request.action().equals("AWSPriceListService.GetProducts")) {
            return json(PriceListAnswers.to(new String(request.body(), StandardCharsets.UTF_8)));
        }
        endDeletions();
        Optional<StackTimeline> timeline = timeline(request.form().getOrDefault("StackName", ""));
        return switch (request.action()) {
            case "CreateStack" -> create(request);
            case "UpdateStack" -> {
                Answer done = services.answer(request);
                timeline.orElseThrow().create("UPDATE", resources(timeline.get().stackId()));
                yield done;
            }
            case "DeleteStack" -> {
                timeline.ifPresent(StackTimeline::delete);
                yield Answer.xml("<DeleteStackResponse></DeleteStackResponse>");
            }
            case "DescribeStackEvents" -> events(request);
            case "DescribeStacks" -> withStatus(services.answer(request));
            case "DescribeStackResources" -> {
                Answer answer = services.answer(request);
                yield timeline.filter(each -> !each.isCreated("Bucket")).isPresent()
                        ? Answer.xml(text(answer).replace("CREATE_COMPLETE", "CREATE_IN_PROGRESS"))
                        : answer;
            }
            default -> services.answer(request);
        };
    }

    private Answer events(Request request) throws IOException, InterruptedException {
        String stack = request.form().getOrDefault("StackName", "");
        Optional<StackTimeline> told = timeline(stack)
                .or(() -> past.stream()
                        .filter(each -> each.stackId().equals(stack))
                        .findFirst());
        return told.isPresent() ? Answer.xml(told.get().events()) : services.answer(request);
    }

    private Answer create(Request request) throws IOException, InterruptedException {
        Answer answer = services.answer(request);
        String name = request.form().get("StackName");
        if (answer.status() != 200) {
            return answer;
        }
        String id;
        try (CloudFormationClient cloudFormation = moto.client(CloudFormationClient.builder())) {
            id = cloudFormation
                    .describeStacks(each -> each.stackName(name))
                    .stacks()
                    .get(0)
                    .stackId();
        }
        StackTimeline timeline = new StackTimeline(id, name, Clock.systemUTC(), pace);
        Map<String, String> resources = resources(id);
        resources.put("ServersReady", "AWS::CloudFormation::WaitCondition");
        if (failing.isEmpty()) {
            timeline.create("CREATE", resources);
        } else {
            timeline.fail(resources, failing, reason);
            failing = "";
        }
        timelines.add(timeline);
        return answer;
    }

    /** moto's stack is deleted at the end of its timeline; until then it can be described by its name, too. */
    private synchronized void endDeletions() {
        for (StackTimeline timeline : List.copyOf(timelines)) {
            if (timeline.status().equals("DELETE_COMPLETE")) {
                deleteUses(resourceId(timeline.stackId(), "Vpc"));
                past.add(timeline);
                timelines.remove(timeline);
                try (CloudFormationClient cloudFormation = moto.client(CloudFormationClient.builder())) {
                    cloudFormation.deleteStack(request -> request.stackName(timeline.stackId()));
                } catch (CloudFormationException incomplete) {
                    LOG.info("moto deletes all of the stack but this: {}", incomplete.getMessage());
                }
            }
        }
    }

    /** moto does not delete the endpoint and the route table with their stack, and therefore not the VPC. */
    private void deleteUses(Optional<String> vpc) {
        try (Ec2Client ec2 = moto.client(Ec2Client.builder())) {
            List<String> endpoints = ec2.describeVpcEndpoints().vpcEndpoints().stream()
                    .filter(each -> vpc.filter(each.vpcId()::equals).isPresent())
                    .map(VpcEndpoint::vpcEndpointId)
                    .toList();
            if (!endpoints.isEmpty()) {
                ec2.deleteVpcEndpoints(request -> request.vpcEndpointIds(endpoints));
            }
            for (RouteTable table : ec2.describeRouteTables().routeTables()) {
                List<String> uses = table.associations().stream()
                        .filter(each -> !each.main())
                        .map(RouteTableAssociation::routeTableAssociationId)
                        .toList();
                boolean main = table.associations().stream().anyMatch(RouteTableAssociation::main);
                if (vpc.filter(table.vpcId()::equals).isPresent() && !main) {
                    uses.forEach(use -> ec2.disassociateRouteTable(request -> request.associationId(use)));
                    ec2.deleteRouteTable(request -> request.routeTableId(table.routeTableId()));
                }
            }
        }
    }

    private Optional<StackTimeline> timeline(String nameOrId) {
        return timelines.stream().filter(timeline -> timeline.isOf(nameOrId)).findFirst();
    }

    /** Types by logical ID, in the order of the template. */
    private Map<String, String> resources(String stackId) {
        String template = new TestbedTemplate().text();
        Map<String, String> resources = new LinkedHashMap<>();
        made(stackId).stream()
                .sorted(Comparator.comparingInt(each ->
                        template.indexOf("\n  " + each.logicalResourceId() + ":\n", template.indexOf("\nResources:"))))
                .forEach(each -> resources.put(each.logicalResourceId(), each.resourceType()));
        return resources;
    }

    private Optional<String> resourceId(String stackId, String name) {
        return made(stackId).stream()
                .filter(each -> each.logicalResourceId().equals(name))
                .map(StackResource::physicalResourceId)
                .findFirst();
    }

    private List<StackResource> made(String stackId) {
        try (CloudFormationClient cloudFormation = moto.client(CloudFormationClient.builder())) {
            return cloudFormation.describeStackResources(each -> each.stackName(stackId)).stackResources().stream()
                    .filter(each -> each.logicalResourceId() != null)
                    .toList();
        }
    }

    private Answer withStatus(Answer answer) throws IOException {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text(answer))));
            NodeList status = document.getElementsByTagName("StackStatus");
            for (int i = 0; i < status.getLength(); i++) {
                Element stack = (Element) status.item(i).getParentNode();
                String id = stack.getElementsByTagName("StackId").item(0).getTextContent();
                int place = i;
                timeline(id).ifPresent(timeline -> status.item(place).setTextContent(timeline.status()));
            }
            StringWriter text = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return new Answer(
                    answer.status(), answer.contentType(), text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (ParserConfigurationException | SAXException | TransformerException notXml) {
            throw new IOException(notXml);
        }
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Answer json(String text) {
        return new Answer(200, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        front.close();
        moto.close();
    }
}

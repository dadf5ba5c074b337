package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.InputStream;
import java.io.Reader;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every class that reads or parses bytes has a target in {@link FuzzTargets}, or stands here with the reason why it needs
 * none. A new reader fails this test until one of both is done.
 */
class ForeignBytesTest {
    private static final String BASE = "org.faasnetlab.";

    /** Types with the methods that read or parse. A constructor is {@code <init>}. */
    private static final Map<Class<?>, Set<String>> READING = Map.of(
            Files.class, Set.of("readAllBytes", "readString", "readAllLines", "lines"),
            InputStream.class, Set.of("read", "readAllBytes", "readNBytes", "transferTo"),
            Reader.class, Set.of("read", "readLine", "lines"),
            ReadableByteChannel.class, Set.of("read"),
            DatagramChannel.class, Set.of("receive"),
            java.util.zip.ZipFile.class, Set.of("<init>"),
            JsonFactory.class, Set.of("createParser"),
            ObjectMapper.class, Set.of("createParser", "readTree", "readValue", "treeToValue"),
            Properties.class, Set.of("load"),
            Base64.Decoder.class, Set.of("decode"));

    private static final Map<String, Set<String>> WITHOUT_TARGET = Map.of(
            "part of the program itself, verified by its tests",
            Set.of(
                    "analysis.published.PublishedResults",
                    "export.ArchiveExport",
                    "function.http.AmazonRoots",
                    "report.HtmlReport",
                    "testbed.aws.policy.UserPolicy",
                    "testbed.aws.pricing.PriceTable",
                    "testbed.aws.stack.ResourceText",
                    "testbed.local.lambda.FunctionInstaller",
                    "testbed.local.s3.S3Storage",
                    "ui.about.Library",
                    "ui.common.PhraseCatalogue",
                    "ui.guide.UserGuide"),
            "compares the bytes with expected ones, or counts them",
            Set.of(
                    "app.TrainingRun",
                    "function.s3.GetExchange",
                    "function.s3.PutExchange",
                    "store.duckdb.DatabaseFile",
                    "store.duckdb.DatabaseLibrary",
                    "testbed.aws.creation.CodeUpload",
                    "testbed.local.iperf3.ExternalServer",
                    "testbed.local.iperf3.Iperf3Server"),
            "passes the bytes on",
            Set.of(
                    "testbed.local.lambda.SandboxLog",
                    "testbed.local.network.SocketForwarder",
                    "testbed.local.shaping.RelayedConnection",
                    "testbed.local.shaping.RelayedDatagrams"),
            "reads what a process of this program prints, which is a word, a port or a reason",
            Set.of("testbed.local.latency.EchoServerProcess", "testbed.local.network.Namespaces"),
            "waits for the end of its input",
            Set.of("function.FunctionMain", "testbed.local.process.Guardian"),
            "reads files of the kernel under fixed paths; without one, or with another content, nothing is known",
            Set.of("protocol.SystemFacts", "testbed.local.process.ProcFiles"));

    @Test
    void everyReaderHasAFuzzTargetOrAReasonForNone() {
        Set<String> readers = readers();
        assertThat(readers).containsAll(covered());
        readers.removeAll(covered());

        assertThat(readers)
                .containsExactlyInAnyOrderElementsOf(
                        WITHOUT_TARGET.values().stream().flatMap(Set::stream).toList());
    }

    private static Set<String> covered() {
        return FuzzTargets.all().stream()
                .flatMap(target -> target.covered().stream())
                .map(type -> type.getName().substring(BASE.length()))
                .collect(Collectors.toSet());
    }

    private static Set<String> readers() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.faasnetlab").stream()
                        .filter(type -> type.getCodeUnitAccessesFromSelf().stream()
                                .anyMatch(access -> reads(access.getTarget())))
                        .map(type -> type.getName().substring(BASE.length()).replaceFirst("\\$.*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean reads(CodeUnitAccessTarget target) {
        return READING.entrySet().stream()
                .anyMatch(entry -> entry.getValue().contains(target.getName())
                        && entry.getKey().isAssignableFrom(target.getOwner().reflect()));
    }
}

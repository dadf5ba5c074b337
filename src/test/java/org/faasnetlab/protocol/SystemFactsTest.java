package org.faasnetlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SystemFactsTest {

    @Test
    void processorIsTheFirstOne() throws IOException {
        assertThat(processor("""
                        processor\t: 0
                        model name\t: Intel(R) Xeon(R) Processor @ 2.50GHz
                        flags\t\t: fpu vme hypervisor lahf_lm

                        processor\t: 1
                        model name\t: another
                        """))
                .isEqualTo(Map.of("cpu.model", "Intel(R) Xeon(R) Processor @ 2.50GHz", "machine.virtual", "true"));
    }

    @Test
    void realMachineHasNoFlagOfAHypervisor() throws IOException {
        assertThat(processor("flags\t\t: fpu vme hypervisors\n")).isEqualTo(Map.of("machine.virtual", "false"));
    }

    @Test
    void armListsNumbersOfMakerAndPart() throws IOException {
        assertThat(processor("""
                        processor\t: 0
                        Features\t: fp asimd
                        CPU implementer\t: 0x41
                        CPU part\t: 0xd0c
                        """)).isEqualTo(Map.of("cpu.model", "Arm implementer 0x41 part 0xd0c"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxProvidesKernelTcpSettingsAndMtu() {
        SortedMap<String, String> facts = SystemFacts.read();

        assertThat(facts)
                .containsEntry("os.version", System.getProperty("os.version"))
                .containsKeys("tcp.congestion", "tcp.rmem", "net.mtu.lo");
        assertThat(facts.get("tcp.rmem")).matches("[0-9]+ [0-9]+ [0-9]+");
    }

    private static Map<String, String> processor(String text) throws IOException {
        SortedMap<String, String> facts = new TreeMap<>();
        SystemFacts.putProcessor(facts, new BufferedReader(new StringReader(text)));
        return facts;
    }
}

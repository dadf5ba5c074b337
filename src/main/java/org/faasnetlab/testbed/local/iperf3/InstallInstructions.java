package org.faasnetlab.testbed.local.iperf3;

import java.util.List;
import org.faasnetlab.format.Phrase;

/** How to get iperf3 on this computer, as one sentence for the user. */
final class InstallInstructions {
    private record PackageManager(String program, String command) {}

    private static final List<PackageManager> MANAGERS = List.of(
            new PackageManager("apt-get", "sudo apt-get install iperf3"),
            new PackageManager("dnf", "sudo dnf install iperf3"),
            new PackageManager("yum", "sudo yum install iperf3"),
            new PackageManager("zypper", "sudo zypper install iperf"),
            new PackageManager("pacman", "sudo pacman -S iperf3"),
            new PackageManager("apk", "sudo apk add iperf3"),
            new PackageManager("brew", "brew install iperf3"),
            new PackageManager("choco", "choco install iperf3"));

    private InstallInstructions() {}

    /** Returns the installation command for the installed package manager. */
    static Phrase sentence(ExecutableFinder programs) {
        for (PackageManager manager : MANAGERS) {
            if (programs.find(manager.program()).isPresent()) {
                return Phrase.of(
                        "Install iperf3 {0} or newer with '{1}', or specify its path in the testbed settings or with --iperf3.",
                        Iperf3Version.OLDEST, manager.command());
            }
        }
        return Phrase.of(
                "Install iperf3 {0} or newer, or specify its path in the testbed settings or with --iperf3.",
                Iperf3Version.OLDEST);
    }
}

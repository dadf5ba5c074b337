# The formula for a tap. The release workflow fills in version and checksum.
class Faasnetlab < Formula
  desc "Measure the network that serverless functions really get"
  homepage "https://github.com/faasnetlab/faasnetlab"
  url "https://github.com/faasnetlab/faasnetlab/archive/refs/tags/v@VERSION@.tar.gz"
  sha256 "@SHA256_SOURCE@"
  license "Apache-2.0"

  depends_on "iperf3"
  depends_on "openjdk@21"

  def install
    ENV["JAVA_HOME"] = Language::Java.java_home("21")
    system "./mvnw", "-B", "-DskipTests", "package"
    libexec.install Dir["target/dist/*"]
    (bin/"faasnetlab").write_env_script libexec/"bin/faasnetlab", JAVA_HOME: Language::Java.java_home("21")
  end

  test do
    assert_match "iperf3-single", shell_output("#{bin}/faasnetlab presets")
  end
end

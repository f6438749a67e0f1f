package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.ronghe.office.seal.SealFonts;
import org.ronghe.server.boot.MemoryCheck;
import org.ronghe.server.folder.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./ronghe doctor`: looks at the machine and the data folder, changes nothing.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "检查本机和数据目录，不作任何改动 / look at this machine and the data folder; changes nothing")
final class Doctor implements Callable<Integer> {
  private static final long LOW_MIB = 2_048;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption option = new DataOption();

  @Override
  public Integer call() throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(memory());
    findings.add(disk());
    findings.add(data());
    findings.add(sandbox());
    findings.add(font());
    Terminal terminal = new Terminal(spec.commandLine(), option.json);
    for (Finding one : findings) {
      String mark = one.fine() ? "✓ " : "✗ ";
      terminal.line(mark + one.zh(), mark + one.en());
    }
    if (option.json) {
      terminal.answer(findings, "");
    }
    return findings.stream().allMatch(Finding::fine) ? Commands.DONE : Commands.FOUND_WRONG;
  }

  private static Finding java() {
    String version = Runtime.version().toString();
    return new Finding(
        "java", Runtime.version().feature() == 25, "Java " + version, "Java " + version);
  }

  private static Finding memory() {
    OptionalLong left = MemoryCheck.ofThisMachine().available_MiB();
    if (left.isEmpty()) {
      return new Finding("memory", true, "内存：本系统读不到", "memory: cannot be read here");
    }
    long mebibytes = left.getAsLong();
    return new Finding(
        "memory",
        mebibytes >= LOW_MIB,
        "可用内存 " + mebibytes + " MiB（建议至少 " + LOW_MIB + "）",
        "available memory " + mebibytes + " MiB (at least " + LOW_MIB + " advised)");
  }

  private Finding disk() throws IOException {
    Path at = option.data.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    long mebibytes = Files.getFileStore(at).getUsableSpace() >> 20;
    return new Finding(
        "disk",
        mebibytes >= LOW_MIB,
        "磁盘剩余 " + mebibytes + " MiB（建议至少 " + LOW_MIB + "）：" + at,
        "disk space " + mebibytes + " MiB (at least " + LOW_MIB + " advised) at " + at);
  }

  private Finding data() throws IOException {
    Path version = option.data.resolve("VERSION");
    if (!Files.exists(version)) {
      return new Finding("data", true, "数据目录：还没有", "data folder: none yet");
    }
    String format = Files.readString(version, StandardCharsets.UTF_8).strip();
    boolean fine = format.equals(Integer.toString(DataFolder.FORMAT));
    boolean taken = DataFolder.isTaken(option.data);
    return new Finding(
        "data",
        fine,
        "数据目录格式 " + format + (taken ? "，正在运行" : "，未运行"),
        "data folder of format " + format + (taken ? ", running" : ", not running"));
  }

  private static Finding sandbox() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    boolean root = "root".equals(System.getProperty("user.name"));
    boolean fine = linux && (!root || Files.isExecutable(Path.of("/usr/bin/setpriv")));
    return new Finding(
        "account",
        fine,
        root ? "以 root 运行：数据库会降权（setpriv）" : "以普通账户运行",
        root ? "running as root: the database drops it (setpriv)" : "running as an ordinary user");
  }

  /// A font with Chinese characters: the browser has its own, the files of licences need one here.
  private static Finding font() {
    boolean fine = new SealFonts(configuredFont()).present();
    return new Finding(
        "font",
        fine,
        fine
            ? "中文字体：有（证照 PDF）"
            : "没有中文字体：证照 PDF 生成不了（证照本身有效，可在线核验）；安装 fonts-noto-cjk，"
                + "或用 RONGHE_SEAL_FONT 指定 TTF、OTF、TTC 文件",
        fine
            ? "Chinese font: present (PDF of licences)"
            : "no Chinese font: PDFs of licences cannot be made (the licences are valid and can be"
                + " verified online); install fonts-noto-cjk, or name a TTF, OTF or TTC file with"
                + " RONGHE_SEAL_FONT");
  }

  private static String configuredFont() {
    return Objects.requireNonNullElse(
        System.getProperty("ronghe.seal.font"),
        Objects.requireNonNullElse(System.getenv("RONGHE_SEAL_FONT"), ""));
  }

  record Finding(String what, boolean fine, String zh, String en) {}
}

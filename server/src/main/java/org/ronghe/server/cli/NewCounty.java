package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.county.CountyTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./ronghe new-county DIR`.
@Command(
    name = "new-county",
    mixinStandardHelpOptions = true,
    description = "生成县数据包模板 / write a small county package to start from")
final class NewCounty implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "新文件夹 / new folder")
  private Path folder = Path.of("county");

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    try {
      List<String> files = CountyTemplate.write(folder).stream().map(Path::toString).toList();
      new Terminal(spec.commandLine(), json)
          .answer(
              files,
              Words.say(
                  "已写入 " + files.size() + " 个文件到 " + folder + "；先读其中的 README.zh-CN.md。",
                  "Wrote "
                      + files.size()
                      + " files to "
                      + folder
                      + "; read README.md there first."));
      return Commands.DONE;
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(
          "file-exists",
          "文件 " + e.getMessage() + " 已存在，什么也没有写。",
          "The file " + e.getMessage() + " is already there; nothing was written.",
          "换一个空文件夹。",
          "Choose an empty folder.");
    }
  }
}

package org.ronghe.server.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.ronghe.office.problem.Refusal;

/// What the file system refused, in words: the machine's trouble, not a fault of the program.
final class FileTrouble {
  private FileTrouble() {}

  static Refusal of(FileSystemException trouble) {
    String reason = trouble.getReason() == null ? "" : trouble.getReason();
    String zh =
        switch (trouble) {
          case NoSuchFileException _ -> "不存在。";
          case AccessDeniedException _ -> "没有权限。";
          case FileAlreadyExistsException _ -> "已经存在。";
          default -> "读写不了：" + reason;
        };
    String en =
        switch (trouble) {
          case NoSuchFileException _ -> "is not there.";
          case AccessDeniedException _ -> "is not permitted.";
          case FileAlreadyExistsException _ -> "is there already.";
          default -> "cannot be read or written: " + reason;
        };
    return new Refusal(
        "file-trouble", trouble.getFile() + " " + zh, trouble.getFile() + " " + en, "", "");
  }
}

package org.ronghe.counties;

import java.io.IOException;
import java.nio.file.Path;

/// Writes the sample county: `GenerateCounty counties/shangdang`.
public final class GenerateCounty {
  private GenerateCounty() {}

  /// @param arguments one folder, made when it is not there
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: GenerateCounty FOLDER (the folder to write the package into)");
      System.exit(2);
    }
    CountyPackage made = CountyPackage.shangdang();
    made.write(Path.of(arguments[0]));
    System.out.println(made.names().size() + " files in " + arguments[0]);
  }
}

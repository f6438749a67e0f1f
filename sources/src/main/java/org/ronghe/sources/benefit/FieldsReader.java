package org.ronghe.sources.benefit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.model.benefit.BenefitField;
import org.ronghe.model.pack.Words;
import org.ronghe.sources.yaml.YamlNode;

/// Reads `fields.yaml`: what benefits ask of a person, in words people understand.
public final class FieldsReader {
  private FieldsReader() {}

  /// The questions in the order they are asked.
  ///
  /// @throws IOException when the file cannot be read
  /// @throws YamlNode.Mistake when it is not what it should be
  public static List<BenefitField> read(Path file) throws IOException {
    List<BenefitField> fields = new ArrayList<>();
    for (YamlNode node : YamlNode.parse(Files.readString(file)).get("fields").list()) {
      List<BenefitField.Choice> choices = new ArrayList<>();
      node.find("choices")
          .ifPresent(all ->
              all.list()
                  .forEach(one ->
                      choices.add(new BenefitField.Choice(one.get("value").text(), words(one)))));
      fields.add(
          new BenefitField(
              node.get("name").text(),
              node.get("type").choice(BenefitField.Type.class),
              words(node),
              node.find("unit").map(FieldsReader::words).orElse(null),
              choices));
    }
    return fields;
  }

  private static Words words(YamlNode node) {
    return new Words(node.get("zh").text(), node.get("en").text());
  }
}

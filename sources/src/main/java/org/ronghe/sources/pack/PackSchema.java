package org.ronghe.sources.pack;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import tools.jackson.databind.JsonNode;

/// The pack's JSON Schema, with its findings in Chinese and English.
public final class PackSchema {
  private final Schema schema;

  private PackSchema(Schema schema) {
    this.schema = schema;
  }

  /// @param text JSON Schema 2020-12
  public static PackSchema of(String text) {
    return new PackSchema(
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON));
  }

  /// What does not fit, in Chinese and English.
  public List<PackNotice> check(String file, JsonNode pack) {
    List<Error> english = errors(pack, Locale.ENGLISH);
    List<Error> chinese = errors(pack, Locale.SIMPLIFIED_CHINESE);
    List<PackNotice> notices = new ArrayList<>();
    for (int i = 0; i < english.size(); i++) {
      Error error = english.get(i);
      notices.add(
          new PackNotice(
              "schema",
              file,
              String.valueOf(error.getInstanceLocation()),
              shown(error.getInstanceNode()),
              new Words(chinese.get(i).getMessage(), error.getMessage()),
              null));
    }
    return notices;
  }

  private List<Error> errors(JsonNode pack, Locale locale) {
    return schema.validate(
        pack, context -> context.executionConfig(config -> config.locale(locale)));
  }

  private static String shown(@Nullable JsonNode node) {
    return node != null && node.isValueNode() ? node.asString() : "";
  }
}

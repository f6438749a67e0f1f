package org.ronghe.sources.benefit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.pack.Words;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON Schema of benefits, with its findings in Chinese and English.
final class BenefitSchema {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private final Schema schema;

  private BenefitSchema(Schema schema) {
    this.schema = schema;
  }

  static BenefitSchema of(String text) {
    return new BenefitSchema(
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON));
  }

  /// The tree of a YAML text that fits the schema; empty after a notice.
  Optional<JsonNode> check(String file, String yaml, List<DecisionNotice> notices) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    JsonNode tree;
    try {
      tree = MAPPER.valueToTree(new Yaml(new SafeConstructor(options)).load(yaml));
    } catch (YAMLException wrong) {
      String first = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
      notices.add(
          BenefitReader.notice(
              file,
              "/",
              first,
              "不是合法的 YAML（缩进、引号或重复的键）。",
              "this is not YAML (indentation, quotes or a key given twice)."));
      return Optional.empty();
    }
    List<Error> english = errors(tree, Locale.ENGLISH);
    List<Error> chinese = errors(tree, Locale.SIMPLIFIED_CHINESE);
    for (int i = 0; i < english.size(); i++) {
      Error error = english.get(i);
      notices.add(
          new DecisionNotice(
              "schema",
              file,
              String.valueOf(error.getInstanceLocation()),
              shown(error.getInstanceNode()),
              new Words(chinese.get(i).getMessage(), error.getMessage())));
    }
    return english.isEmpty() ? Optional.of(tree) : Optional.empty();
  }

  private List<Error> errors(JsonNode tree, Locale locale) {
    return schema.validate(
        tree, context -> context.executionConfig(config -> config.locale(locale)));
  }

  private static String shown(@Nullable JsonNode node) {
    return node != null && node.isValueNode() ? node.asString() : "";
  }
}

package org.ronghe.sources.service;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// YAML as officers write it: dates and codes with leading zeros stay texts, `on` and `no` are
/// words, numbers of more than ten digits (identity, telephone, division) are texts; only `true`,
/// `false`, `null` and plain numbers are anything else.
final class PlainYaml {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private PlainYaml() {}

  /// @throws org.yaml.snakeyaml.error.YAMLException when it is not YAML
  static JsonNode read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(1_000);
    DumperOptions dumper = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options), new Representer(dumper), dumper, options, new Words());
    return JSON.valueToTree(yaml.load(text));
  }

  private static final class Words extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]{0,9})"), "-0123456789");
      addImplicitResolver(
          Tag.FLOAT, Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]+"), "-0123456789");
      addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null| "), "~n\0");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }
  }
}

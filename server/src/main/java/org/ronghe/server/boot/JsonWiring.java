package org.ronghe.server.boot;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// How JSON from outside is read: no field twice, no text the database cannot keep.
@Configuration(proxyBeanMethods = false)
class JsonWiring {
  @Bean
  JsonFactoryBuilderCustomizer noFieldTwice() {
    return factory -> factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
  }

  @Bean
  JacksonModule keptText() {
    return new SimpleModule("kept-text").addDeserializer(String.class, new KeptText());
  }

  /// Refuses a NUL and half a character.
  private static final class KeptText extends StdScalarDeserializer<String> {
    KeptText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = StringDeserializer.instance.deserialize(parser, context);
      boolean kept = text == null || text.codePoints().allMatch(KeptText::isKept);
      return kept
          ? text
          : (String) context.handleWeirdStringValue(String.class, text, "cannot be kept");
    }

    private static boolean isKept(int character) {
      return character != 0
          && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }
  }
}

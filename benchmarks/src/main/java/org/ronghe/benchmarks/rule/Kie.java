package org.ronghe.benchmarks.rule;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.ResourceType;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/// KIE DMN, asked the same questions.
public final class Kie {
  private final DMNRuntime runtime;
  private final DMNModel model;

  private Kie(DMNRuntime runtime, DMNModel model) {
    this.runtime = runtime;
    this.model = model;
  }

  /// Reads a model; fails when KIE finds an error in it.
  public static Kie of(Path file) {
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(
                List.of(
                    ResourceFactory.newFileResource(file.toFile())
                        .setResourceType(ResourceType.DMN)))
            .getOrElseThrow(wrong -> new IllegalStateException(file.toString(), wrong));
    DMNModel model = runtime.getModels().getFirst();
    if (model.hasErrors()) {
      throw new IllegalStateException(file + ": " + model.getMessages());
    }
    return new Kie(runtime, model);
  }

  /// Decides everything; the values of all decisions by name.
  public Map<String, @Nullable Object> all(Map<String, ?> inputs) {
    DMNResult result = evaluated(inputs);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (DMNDecisionResult one : result.getDecisionResults()) {
      values.put(one.getDecisionName(), plain(one.getResult()));
    }
    return values;
  }

  /// Decides everything and leaves the results as they are.
  public DMNResult evaluated(Map<String, ?> inputs) {
    DMNContext context = runtime.newContext();
    inputs.forEach(context::set);
    return runtime.evaluateAll(model, context);
  }

  /// KIE's own kinds of values as ours.
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> {
        List<@Nullable Object> result = new ArrayList<>(list.size());
        list.forEach(one -> result.add(plain(one)));
        yield result;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((key, one) -> result.put(String.valueOf(key), plain(one)));
        yield result;
      }
      case org.kie.dmn.feel.lang.types.impl.ComparablePeriod period ->
          period.asPeriod().normalized();
      case Duration duration -> duration;
      case null -> null;
      default -> value;
    };
  }
}

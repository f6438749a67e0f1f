package org.ronghe.sources.replay;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.point.MeasuringPoint;
import org.ronghe.model.point.PointOwner;
import org.ronghe.model.point.RetentionClass;
import org.ronghe.model.point.ValueKind;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.model.reading.Quality;
import org.ronghe.sources.replay.ReplayMapping.Column;
import org.ronghe.sources.replay.ReplayMapping.Gap;
import org.ronghe.sources.replay.ReplayMapping.Overlap;
import org.ronghe.sources.replay.ReplayMapping.QualityRule;
import org.ronghe.sources.replay.ReplayMapping.TimeRule;
import org.ronghe.sources.yaml.YamlNode;

/// Reads the YAML of a mapping.
final class MappingFile {
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  private final YamlNode top;
  private final Utility utility;
  private final PointOwner owner;
  private final Point location;
  private final Provenance provenance;

  private MappingFile(YamlNode top) {
    this.top = top;
    String code = top.get("utility").text();
    this.utility =
        Utility.ofCode(code).orElseThrow(() -> top.get("utility").mistake("no utility " + code));
    YamlNode at = top.get("owner");
    this.owner =
        new PointOwner(at.get("kind").choice(PointOwner.OwnerKind.class), at.get("id").text(), 0);
    this.location =
        WGS84.createPoint(new Coordinate(at.get("lon").number(), at.get("lat").number()));
    YamlNode from = top.get("provenance");
    this.provenance =
        new Provenance(
            from.get("source").text(),
            from.get("vintage").text(),
            from.get("licence").text(),
            false);
  }

  static ReplayMapping read(Path file) throws IOException {
    try {
      YamlNode top = YamlNode.parse(Files.readString(file));
      if (!top.get("format").text().equals("ronghe-replay/1")) {
        throw top.get("format").mistake("must be ronghe-replay/1");
      }
      return new MappingFile(top).mapping();
    } catch (YamlNode.Mistake e) {
      throw new IOException(file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private ReplayMapping mapping() {
    List<Column> columns = top.get("columns").list().stream().map(this::column).toList();
    return new ReplayMapping(
        top.get("id").text(),
        top.get("name").get("zh").text(),
        top.get("name").get("en").text(),
        encoding(top.get("encoding")),
        sign(top.get("separator")),
        sign(top.get("decimal")),
        top.find("trailing-separator").map(YamlNode::yes).orElse(false),
        time(top.get("time")),
        columns,
        top.find("quality").map(YamlNode::list).orElse(List.of()).stream()
            .map(MappingFile::rule)
            .toList());
  }

  private static TimeRule time(YamlNode yaml) {
    List<String> columns = yaml.get("columns").list().stream().map(YamlNode::text).toList();
    ZoneId zone;
    try {
      zone = ZoneId.of(yaml.get("zone").text());
    } catch (java.time.DateTimeException e) {
      throw yaml.get("zone").mistake("is no time zone: " + e.getMessage());
    }
    return new TimeRule(
        columns,
        yaml.get("pattern").text(),
        zone,
        yaml.find("gap").map(g -> g.choice(Gap.class)).orElse(Gap.REJECT),
        yaml.find("overlap").map(o -> o.choice(Overlap.class)).orElse(Overlap.BY_ORDER));
  }

  private Column column(YamlNode yaml) {
    String name = yaml.get("column").text();
    boolean optional = yaml.find("optional").map(YamlNode::yes).orElse(false);
    var skip = yaml.find("skip");
    if (skip.isPresent()) {
      return new Column(
          name,
          null,
          skip.get().text(),
          optional,
          1,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Map.of());
    }
    List<Double> range =
        yaml.find("range").map(YamlNode::list).orElse(List.of()).stream()
            .map(YamlNode::number)
            .toList();
    if (!range.isEmpty() && (range.size() != 2 || range.get(0) >= range.get(1))) {
      throw yaml.get("range").mistake("must be [low, high]");
    }
    Map<Double, Quality> sentinels = new HashMap<>();
    yaml.find("sentinels")
        .ifPresent(all ->
            all.entries()
                .forEach((key, value) -> sentinels.put(Double.valueOf(key), quality(value))));
    double low = range.isEmpty() ? Double.NEGATIVE_INFINITY : range.get(0);
    double high = range.isEmpty() ? Double.POSITIVE_INFINITY : range.get(1);
    double scale = yaml.find("scale").map(YamlNode::number).orElse(1.0);
    return new Column(name, point(yaml, low, high), null, optional, scale, low, high, sentinels);
  }

  private MeasuringPoint point(YamlNode yaml, double low, double high) {
    String id = yaml.get("point").text();
    if (!MeasuringPoint.isId(id)) {
      throw yaml.get("point").mistake("is no point id: " + id);
    }
    List<String> states =
        yaml.find("states").map(YamlNode::list).orElse(List.of()).stream()
            .map(YamlNode::text)
            .toList();
    @Nullable String profile = yaml.find("profile").map(YamlNode::text).orElse(null);
    return new MeasuringPoint(
        id,
        yaml.get("name").text(),
        utility,
        owner,
        profile,
        yaml.get("quantity").text(),
        yaml.find("unit").map(YamlNode::text).orElse(""),
        yaml.find("value-kind").map(k -> k.choice(ValueKind.class)).orElse(ValueKind.NUMBER),
        states,
        Double.isInfinite(low) ? null : low,
        Double.isInfinite(high) ? null : high,
        top.get("interval_s").number(),
        RetentionClass.NORMAL,
        location,
        provenance);
  }

  private static QualityRule rule(YamlNode yaml) {
    return new QualityRule(
        yaml.get("column").text(),
        yaml.get("unless").number(),
        quality(yaml.get("quality")),
        yaml.get("reason").text());
  }

  private static Quality quality(YamlNode yaml) {
    return Quality.ofCode(yaml.text())
        .orElseThrow(() -> yaml.mistake("is no quality: " + yaml.text()));
  }

  private static Charset encoding(YamlNode yaml) {
    String name = yaml.text();
    if (!Charset.isSupported(name)) {
      throw yaml.mistake("is no encoding: " + name);
    }
    return Charset.forName(name);
  }

  private static char sign(YamlNode yaml) {
    String text = yaml.text();
    if (text.toLowerCase(Locale.ROOT).equals("tab")) {
      return '\t';
    }
    if (text.length() != 1) {
      throw yaml.mistake("must be one character or tab");
    }
    return text.charAt(0);
  }
}

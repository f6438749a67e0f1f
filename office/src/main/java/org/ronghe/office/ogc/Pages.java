package org.ronghe.office.ogc;

import java.util.List;
import java.util.Objects;
import org.ronghe.model.county.CountyHead;
import org.ronghe.office.atlas.Feature;
import org.ronghe.office.atlas.Field;
import org.ronghe.office.atlas.Layer;

/// The same documents as pages a person can read.
final class Pages {
  private static final int COLUMNS = 8;

  private final boolean chinese;
  private final CountyHead head;
  private final Addresses at;

  Pages(boolean chinese, CountyHead head, Addresses at) {
    this.chinese = chinese;
    this.head = head;
    this.at = at;
  }

  private Page page(String title) {
    return new Page(chinese, title, chinese ? head.noticeZh() : head.noticeEn());
  }

  private String county() {
    return chinese ? head.nameZh() : head.nameEn();
  }

  private String title(Layer<?> layer) {
    return chinese ? layer.zh() : layer.en();
  }

  private String here(String address) {
    return address + (address.contains("?") ? "&" : "?") + "f=html&lang=" + (chinese ? "zh" : "en");
  }

  String landing() {
    Page page = page(county() + " – OGC API Features");
    page.paragraph(
        page.say(
            "在 QGIS 中选择“图层 → 添加图层 → 添加 WFS / OGC API 要素图层”，填入本页地址。",
            "In QGIS choose Layer → Add Layer → Add WFS / OGC API Features Layer and give this"
                + " address."));
    page.link(here(at.of("collections")), page.say("数据集", "Collections"));
    page.link(here(at.of("api")), page.say("接口定义", "API definition"));
    page.link(here(at.of("conformance")), page.say("符合性", "Conformance"));
    page.link(at.of() + "?f=html&lang=" + (chinese ? "en" : "zh"), chinese ? "English" : "中文");
    return page.end();
  }

  String conformance() {
    Page page = page(chinese ? "符合性" : "Conformance");
    Documents.CONFORMANCE.forEach(page::paragraph);
    return page.end();
  }

  String api(List<Layer<?>> layers) {
    Page page = page(chinese ? "接口定义" : "API definition");
    page.link(at.of("api") + "?f=json", "OpenAPI 3.0 (JSON)");
    for (Layer<?> layer : layers) {
      page.heading(2, layer.name() + " – " + title(layer));
      page.paragraph("GET " + at.of("collections", layer.name(), "items"));
      page.paragraph(
          page.say("参数：", "Parameters: ")
              + "limit, after, bbox, bbox-crs, crs, datetime, f, lang, "
              + String.join(", ", layer.fields().stream().map(Field::name).toList()));
    }
    return page.end();
  }

  String collections(List<Layer<?>> layers) {
    Page page = page(county() + " – " + (chinese ? "数据集" : "Collections"));
    page.beginTable(
        page.say("名称", "Name"),
        page.say("标题", "Title"),
        page.say("数量", "Features"),
        "CSV",
        "GeoPackage");
    for (Layer<?> layer : layers) {
      String export = "/api/v1/export/" + layer.name();
      page.beginRow()
          .linkCell(here(at.of("collections", layer.name())), layer.name())
          .linkCell(here(at.of("collections", layer.name(), "items")), title(layer))
          .cell(Integer.toString(layer.features().size()))
          .linkCell(export + ".csv", "CSV")
          .linkCell(export + ".gpkg", "GeoPackage")
          .endRow();
    }
    page.endTable();
    return page.link(here(at.of()), page.say("返回", "Back")).end();
  }

  String collection(Layer<?> layer) {
    Page page = page(county() + " – " + title(layer));
    page.link(
        here(at.of("collections", layer.name(), "items")),
        page.say("查看要素", "Features") + " (" + layer.features().size() + ")");
    page.heading(2, page.say("属性", "Properties"));
    page.beginTable(page.say("字段", "Field"), page.say("说明", "Label"), page.say("类型", "Type"));
    for (Field<?> field : layer.fields()) {
      page.beginRow()
          .cell(field.name())
          .cell(chinese ? field.zh() : field.en())
          .cell(OpenApi.type(field.type()))
          .endRow();
    }
    page.endTable();
    return page.link(here(at.of("collections")), page.say("返回", "Back")).end();
  }

  <T> String items(Layer<T> layer, ItemsQuery.Page<T> found, List<Link> links) {
    Page page = page(county() + " – " + title(layer));
    page.paragraph(
        page.say("共 ", "")
            + found.matched()
            + page.say(" 条，本页 ", " in all, on this page ")
            + found.features().size());
    List<Field<T>> columns = shown(layer);
    String[] headings = new String[columns.size() + 1];
    headings[0] = "id";
    for (int i = 0; i < columns.size(); i++) {
      headings[i + 1] = chinese ? columns.get(i).zh() : columns.get(i).en();
    }
    page.beginTable(headings);
    for (Feature<T> feature : found.features()) {
      page.beginRow()
          .linkCell(here(at.of("collections", layer.name(), "items", feature.id())), feature.id());
      columns.forEach(column -> page.cell(text(column, feature)));
      page.endRow();
    }
    page.endTable();
    links.stream()
        .filter(link -> link.rel().equals("next"))
        .forEach(next -> page.link(next.href(), page.say("下一页", "Next page")));
    return page.link(here(at.of("collections", layer.name())), page.say("返回", "Back")).end();
  }

  /// The first columns, and always whether a row is synthetic.
  private static <T> List<Field<T>> shown(Layer<T> layer) {
    return layer.fields().stream()
        .filter(
            field -> layer.fields().indexOf(field) < COLUMNS || field.name().equals("synthetic"))
        .toList();
  }

  <T> String item(Layer<T> layer, Feature<T> feature) {
    Page page = page(title(layer) + " – " + feature.id());
    page.beginTable(page.say("属性", "Property"), page.say("值", "Value"));
    for (Field<T> field : layer.fields()) {
      page.beginRow().cell(chinese ? field.zh() : field.en()).cell(text(field, feature)).endRow();
    }
    var geometry = feature.geometry();
    if (geometry != null && !geometry.isEmpty()) {
      var middle = geometry.getEnvelopeInternal().centre();
      page.beginRow()
          .cell(page.say("位置（经度, 纬度）", "Position (lon, lat)"))
          .cell(middle == null ? "" : middle.x + ", " + middle.y)
          .endRow();
    }
    page.endTable();
    return page.link(here(at.of("collections", layer.name(), "items")), page.say("返回", "Back"))
        .end();
  }

  private <T> String text(Field<T> field, Feature<T> feature) {
    Object value = field.value().apply(feature.row());
    if (value instanceof Boolean truth) {
      return chinese ? (truth ? "是" : "否") : (truth ? "yes" : "no");
    }
    return Objects.toString(value, "");
  }
}

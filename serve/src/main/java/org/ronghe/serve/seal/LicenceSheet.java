package org.ronghe.serve.seal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.LicenceKind;
import org.ronghe.office.seal.QrCode;
import org.ronghe.office.seal.SealFonts;
import org.ronghe.office.seal.Sheet;
import org.ronghe.serve.filing.Licences;

/// The page of a licence: what it says in Chinese with English labels, its number, its code and how
/// to check both.
final class LicenceSheet {
  private static final double LEFT = 64;
  private static final double VALUES = 250;
  private static final double RIGHT = Sheet.WIDTH - 64;
  private static final double QR_SIDE = 92;
  private final Catalogue catalogue;
  private final Licences.Licence licence;
  private final Sheet sheet;
  private final String issuer;
  private final boolean synthetic;
  private double y = Sheet.HEIGHT - 150;

  LicenceSheet(
      Catalogue catalogue,
      Licences.Licence licence,
      SealFonts fonts,
      String issuer,
      boolean synthetic) {
    this.catalogue = catalogue;
    this.licence = licence;
    this.sheet = new Sheet(fonts);
    this.issuer = issuer;
    this.synthetic = synthetic;
  }

  /// @param checkAt what the QR code holds: the address of the check, or the code alone
  byte[] pdf(String checkAt) {
    LicenceKind kind = catalogue.licences().get(licence.kind());
    Words name = kind == null ? new Words(licence.kind(), licence.kind()) : kind.name();
    sheet.colour(0.1, 0.1, 0.1);
    sheet.frame(40, 40, Sheet.WIDTH - 80, Sheet.HEIGHT - 80);
    centred(name.zh(), 26, Sheet.HEIGHT - 100);
    centred(name.en(), 12, Sheet.HEIGHT - 120);
    if (synthetic || (kind != null && kind.source().equals("示例"))) {
      sheet.colour(0.75, 0.1, 0.1);
      centred("合成数据 · 示例，无法律效力 / Synthetic sample, no legal effect", 11, Sheet.HEIGHT - 62);
      sheet.colour(0.1, 0.1, 0.1);
    }
    row("证照编号", "Number", licence.number());
    licence.says().forEach(this::row);
    row("签发日期", "Issued", licence.issuedOn().toString());
    row(
        "有效期至",
        "Valid until",
        licence.validUntil() == null ? "长期 / no end" : licence.validUntil().toString());
    row("签发单位", "Issued by", issuer + department(kind));
    check(checkAt);
    return sheet.pdf(name.zh() + " " + licence.number(), issuer);
  }

  private String department(@Nullable LicenceKind kind) {
    Words department = kind == null ? null : catalogue.departments().get(kind.issuer());
    return department == null ? "" : " " + department.zh();
  }

  private void check(String checkAt) {
    double low = 84;
    sheet.qr(RIGHT - QR_SIDE, low, QR_SIDE, QrCode.of(checkAt));
    sheet.text(LEFT, low + 70, 11, "验证码 / Code  " + licence.verifyCode());
    double at =
        sheet.lines(
            LEFT,
            low + 48,
            9,
            RIGHT - QR_SIDE - LEFT - 24,
            "扫描二维码，或在政务服务页“证照验证”输入验证码，可查真伪与是否有效；本文件含电子签名，任何改动都会使签名失效。");
    sheet.lines(
        LEFT,
        at,
        8,
        RIGHT - QR_SIDE - LEFT - 24,
        "Scan, or enter the code on the page “Check a licence”. This file is signed: any change"
            + " voids the signature.");
  }

  private void row(String element, Object value) {
    Element known = catalogue.elements().get(element);
    String role = element.substring(0, Math.max(0, element.indexOf('.')));
    Words of = catalogue.roles().get(role);
    String zh = known == null ? element : known.name().zh();
    String en = known == null ? "" : known.name().en();
    row(of == null || zh.startsWith(of.zh()) ? zh : of.zh() + zh, en, shown(known, value));
  }

  private void row(String zh, String en, String value) {
    if (y < 240) {
      return;
    }
    sheet.text(LEFT, y, 11.5, zh);
    sheet.colour(0.4, 0.4, 0.4);
    sheet.text(LEFT, y - 11, 7.5, en);
    sheet.colour(0.1, 0.1, 0.1);
    y = Math.min(y - 30, sheet.lines(VALUES, y, 11.5, RIGHT - VALUES, value) - 10);
  }

  private static String shown(@Nullable Element element, Object value) {
    return switch (value) {
      case Boolean yes -> yes ? "是" : "否";
      case Collection<?> many ->
          many.stream().map(one -> shown(element, one)).collect(Collectors.joining("、"));
      case Map<?, ?> map ->
          map.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
      default -> choice(element, String.valueOf(value));
    };
  }

  private static String choice(@Nullable Element element, String value) {
    return element == null
        ? value
        : element.choices().stream()
            .filter(one -> one.value().equals(value))
            .findFirst()
            .map(one -> one.name().zh())
            .orElse(value);
  }

  private void centred(String text, double size, double at) {
    sheet.text((Sheet.WIDTH - sheet.width(text, size)) / 2, at, size, text);
  }
}

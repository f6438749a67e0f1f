package org.ronghe.model.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// A document the applicant brings (材料), unless an electronic licence stands for it.
///
/// @param id the same in every service that asks for the same document, e.g. `marriage-certificate`
/// @param form 原件, 复印件, 电子 …
/// @param channel 申请人自备, 政府部门核发 or 其他
/// @param required false: may be left out
/// @param when asked only if this holds; null for always
/// @param licences kinds of electronic licence that can stand for it
/// @param of the role whose document it is, e.g. `mother`
/// @param acceptance what the clerk looks for (受理标准); empty when nothing special
/// @param basis the rule that asks for it, or `示例`
public record Material(
    String id,
    Words name,
    String form,
    String channel,
    int copies,
    boolean required,
    @Nullable AnswerTest when,
    List<String> licences,
    String of,
    String acceptance,
    String basis) {
  public Material {
    Require.filled(id, "material");
    licences = List.copyOf(licences);
  }
}

package org.ronghe.model.service;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// What is asked, in sections, over the shared dictionary of elements. JSON Schema and UI schema
/// are derived from it.
public record Form(List<Section> sections) {
  public Form {
    sections = List.copyOf(sections);
  }

  /// All questions in order.
  public Stream<Question> questions() {
    return sections.stream().flatMap(section -> section.questions().stream());
  }

  /// One page of the form.
  public record Section(String id, Words title, List<Question> questions) {
    public Section {
      Require.filled(id, "section");
      questions = List.copyOf(questions);
    }
  }

  /// One element asked.
  ///
  /// @param required must be answered whenever it is asked
  /// @param when asked only if this holds; null for always
  public record Question(String element, boolean required, @Nullable AnswerTest when) {
    public Question {
      Require.filled(element, "element");
    }
  }
}

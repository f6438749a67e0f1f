package org.ronghe.benchmarks.rule;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.Decision;
import org.ronghe.engines.rule.Decisions;
import org.ronghe.engines.rule.feel.Text;
import org.ronghe.engines.rule.feel.Values;
import org.ronghe.sources.decision.DecisionReading;
import org.ronghe.sources.decision.DmnReader;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Runs the cases of the DMN Technology Compatibility Kit, which is not part of this repository:
/// `java … DmnTck FOLDER/TestCases`. Prints passes by compliance level, and what failed.
///
/// A result counts as passed when it is the expected value; as refused when the model or the
/// decision holds something the engine says it does not support (its notices name it); else as
/// wrong.
public final class DmnTck {
  private static final int PASSED = 0;
  private static final int REFUSED = 1;
  private static final int WRONG = 2;
  private static final int REFUSED_NULL = 3;
  private final Map<String, int[]> byLevel = new TreeMap<>();
  private final Map<String, int[]> byFolder = new TreeMap<>();
  private final PrintStream out;

  private DmnTck(PrintStream out) {
    this.out = out;
  }

  /// @param arguments the folder `TestCases`
  public static void main(String[] arguments)
      throws IOException, ParserConfigurationException, SAXException {
    DmnTck run = new DmnTck(System.out);
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
      files =
          all.filter(path -> path.toString().matches(".*/compliance-level-[23]/.*test.*\\.xml"))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      run.file(file);
    }
    run.summary();
  }

  private void file(Path file) throws IOException, ParserConfigurationException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    String level = file.getName(file.getNameCount() - 3).toString();
    String folder = file.getName(file.getNameCount() - 2).toString();
    String modelName = "";
    for (Element child : TckValue.children(root)) {
      if (child.getLocalName().equals("modelName")) {
        modelName = child.getTextContent().strip();
      }
    }
    DecisionReading reading = DmnReader.read(file.resolveSibling(modelName), modelName);
    Decisions decisions = reading.model().map(Decisions::compile).orElse(null);
    for (Element test : TckValue.children(root)) {
      if (test.getLocalName().equals("testCase")) {
        test(level, folder, test, decisions);
      }
    }
    if (decisions != null && System.getProperty("notices") != null) {
      reading.notices().forEach(notice -> out.println("    ! " + notice.english()));
      decisions.notices().forEach(notice -> out.println("    ! " + notice.english()));
    }
  }

  private void test(String level, String folder, Element test, @Nullable Decisions decisions) {
    Map<String, @Nullable Object> inputs = new HashMap<>();
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    for (Element child : TckValue.children(test)) {
      if (child.getLocalName().equals("inputNode")) {
        inputs.put(child.getAttribute("name"), TckValue.inside(child));
      } else if (child.getLocalName().equals("resultNode")) {
        TckValue.children(child).stream()
            .filter(one -> one.getLocalName().equals("expected"))
            .forEach(one -> expected.put(child.getAttribute("name"), TckValue.inside(one)));
      }
    }
    int[] levels = byLevel.computeIfAbsent(level, _ -> new int[4]);
    int[] folders = byFolder.computeIfAbsent(level + "/" + folder, _ -> new int[4]);
    int verdict = PASSED;
    StringBuilder why = new StringBuilder();
    // A decision service is called from decisions here; from outside nobody can ask one.
    boolean service = test.getAttribute("type").equals("decisionService");
    for (Map.Entry<String, @Nullable Object> one : expected.entrySet()) {
      Optional<Decision> decision =
          decisions == null || service ? Optional.empty() : decisions.decision(one.getKey());
      if (decision.isEmpty()) {
        int refused = one.getValue() == null ? REFUSED_NULL : REFUSED;
        verdict = verdict == PASSED || verdict == REFUSED_NULL ? refused : verdict;
        why.append(" refused ").append(one.getKey());
        continue;
      }
      Object got = decision.get().value(inputs);
      if (!same(got, one.getValue())) {
        verdict = WRONG;
        why.append(' ')
            .append(one.getKey())
            .append(": ")
            .append(Text.of(got))
            .append(" not ")
            .append(Text.of(one.getValue()));
      }
    }
    levels[verdict]++;
    folders[verdict]++;
    if (verdict != PASSED) {
      out.println(
          (verdict == WRONG ? "WRONG " : "refused ")
              + level
              + "/"
              + folder
              + " "
              + test.getAttribute("id")
              + why);
    }
  }

  private static boolean same(@Nullable Object got, @Nullable Object expected) {
    if (got instanceof BigDecimal a && expected instanceof BigDecimal b) {
      return a.compareTo(b) == 0
          || a.subtract(b)
                  .abs()
                  .compareTo(
                      new BigDecimal("1e-8")
                          .multiply(b.abs().max(BigDecimal.ONE), MathContext.DECIMAL64))
              < 0;
    }
    if (got instanceof List<?> a && expected instanceof List<?> b) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!same(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (got instanceof Map<?, ?> a && expected instanceof Map<?, ?> b) {
      return a.keySet().equals(b.keySet())
          && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
    }
    return got == null ? expected == null : Boolean.TRUE.equals(Values.equal(got, expected));
  }

  private void summary() {
    out.println();
    out.println("folders not all passed");
    byFolder.forEach((name, n) -> {
      if (n[REFUSED] + n[WRONG] + n[REFUSED_NULL] > 0) {
        out.println("  " + name + ": " + counts(n));
      }
    });
    byLevel.forEach((name, n) -> out.println(name + ": " + counts(n)));
  }

  private static String counts(int[] n) {
    int all = n[PASSED] + n[REFUSED] + n[WRONG] + n[REFUSED_NULL];
    return n[PASSED]
        + " of "
        + all
        + " passed; refused "
        + n[REFUSED_NULL]
        + " where null is expected and "
        + n[REFUSED]
        + " others; wrong "
        + n[WRONG];
  }
}

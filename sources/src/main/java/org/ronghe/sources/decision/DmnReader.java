package org.ronghe.sources.decision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.pack.Words;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reads a DMN file. DTDs, entities and anything outside the file are refused.
public final class DmnReader {
  private DmnReader() {}

  /// Reads the file; `shown` names it in notices.
  ///
  /// @throws IOException when the file cannot be read
  public static DecisionReading read(Path file, String shown) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, shown);
    }
  }

  /// Reads a stream; `shown` names it in notices.
  ///
  /// @throws IOException when the stream cannot be read
  public static DecisionReading read(InputStream in, String shown) throws IOException {
    Element root;
    try {
      root = builder().parse(in).getDocumentElement();
    } catch (SAXParseException wrong) {
      return none(
          shown,
          "dmn-xml",
          "第 " + wrong.getLineNumber() + " 行：不是合法的 XML。",
          "line " + wrong.getLineNumber() + ": this is no XML: " + wrong.getMessage());
    } catch (SAXException wrong) {
      return none(shown, "dmn-xml", "不是合法的 XML。", "this is no XML: " + wrong.getMessage());
    }
    if (!"definitions".equals(root.getLocalName())
        || root.getNamespaceURI() == null
        || !root.getNamespaceURI().contains("/DMN/")) {
      return none(
          shown,
          "dmn-root",
          "不是 DMN 文件（根元素应为 definitions）。",
          "this is no DMN file (its root must be definitions).");
    }
    return new ModelReader(root, shown).read();
  }

  private static DecisionReading none(String shown, String code, String zh, String en) {
    return new DecisionReading(
        Optional.empty(), List.of(new DecisionNotice(code, shown, "/", "", new Words(zh, en))));
  }

  private static DocumentBuilder builder() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder;
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(
          "this JDK's XML parser lacks its safety switches", impossible);
    }
  }

  /// Throws instead of printing.
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException noted) {
      // a warning of the parser changes nothing in what is read
    }

    @Override
    public void error(SAXParseException wrong) throws SAXException {
      throw wrong;
    }

    @Override
    public void fatalError(SAXParseException wrong) throws SAXException {
      throw wrong;
    }
  }
}

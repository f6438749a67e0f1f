package org.ronghe.engines.rule.feel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Expr.Operator;

/// Reads FEEL by recursive descent (grammar of DMN 1.5, 10.3.1.2). Anything it does not know is a
/// [FeelFault].
final class Parser {
  private static final Pattern ARGUMENT_NAME =
      Pattern.compile("[\\p{L}_?][\\p{L}\\p{N}_ '.+*/?-]*:");
  private static final int DEEPEST = 400;
  private final Cursor cursor;
  private final Literals literals;
  private int depth;

  /// True while the upper end of an interval is read: there `[` closes it.
  private boolean inInterval;

  private Parser(String text, Names names) {
    this.cursor = new Cursor(text, names.copy());
    this.literals = new Literals(cursor);
  }

  /// A whole text as one expression.
  static Expr expression(String text, Names names) {
    Parser parser = new Parser(text, names);
    Expr read = parser.expression();
    return parser.whole(read);
  }

  /// A whole text as unary tests.
  static Expr.Tests tests(String text, Names names) {
    Parser parser = new Parser(text, names);
    Expr.Tests read = parser.tests();
    return parser.whole(read);
  }

  private <T> T whole(T read) {
    if (!cursor.atEnd()) {
      throw cursor.unexpected("末尾", "the end");
    }
    return read;
  }

  private Expr.Tests tests() {
    if (cursor.looking("-")) {
      int place = cursor.place();
      cursor.take("-");
      if (cursor.atEnd()) {
        return new Expr.Tests(true, false, List.of());
      }
      cursor.back(place);
    }
    int place = cursor.place();
    if (cursor.takeWord("not") && cursor.take("(")) {
      List<Expr> alternatives = alternatives();
      if (cursor.take(")") && cursor.atEnd()) {
        return new Expr.Tests(false, true, alternatives);
      }
    }
    cursor.back(place);
    return new Expr.Tests(false, false, alternatives());
  }

  private List<Expr> alternatives() {
    List<Expr> result = new ArrayList<>();
    do {
      result.add(alternative());
    } while (cursor.take(","));
    return result;
  }

  /// One positive unary test: a comparison with the value under test, or an expression.
  private Expr alternative() {
    Operator operator = comparison();
    if (operator == null) {
      return expression();
    }
    return new Expr.Binary(operator, new Expr.Name("?"), arithmetic());
  }

  private @Nullable Operator comparison() {
    if (cursor.take("<=")) {
      return Operator.LESS_OR_EQUAL;
    } else if (cursor.take(">=")) {
      return Operator.GREATER_OR_EQUAL;
    } else if (cursor.take("!=")) {
      return Operator.NOT_EQUAL;
    } else if (cursor.take("<")) {
      return Operator.LESS;
    } else if (cursor.take(">")) {
      return Operator.GREATER;
    } else if (cursor.take("=")) {
      return Operator.EQUAL;
    }
    return null;
  }

  private Expr expression() {
    if (++depth > DEEPEST) {
      throw new FeelFault("feel-depth", "表达式嵌套太深。", "the expression is nested too deeply.");
    }
    Expr result;
    if (cursor.takeWord("if")) {
      result = conditional();
    } else if (cursor.lookingWord("for") && cursor.takeWord("for")) {
      result = iteration();
    } else if (cursor.lookingWord("some") || cursor.lookingWord("every")) {
      result = quantified();
    } else if (cursor.lookingWord("function")) {
      cursor.takeWord("function");
      result = lambda();
    } else {
      result = disjunction();
    }
    depth--;
    return result;
  }

  private Expr conditional() {
    Expr condition = expression();
    cursor.expectWord("then");
    Expr then = expression();
    cursor.expectWord("else");
    return new Expr.If(condition, then, expression());
  }

  private Expr iteration() {
    List<Expr.Iterator> over = iterators();
    cursor.expectWord("return");
    return new Expr.For(over, expression());
  }

  private Expr quantified() {
    boolean every = cursor.takeWord("every");
    if (!every) {
      cursor.expectWord("some");
    }
    List<Expr.Iterator> over = iterators();
    cursor.expectWord("satisfies");
    return new Expr.Quantified(every, over, expression());
  }

  private List<Expr.Iterator> iterators() {
    List<Expr.Iterator> result = new ArrayList<>();
    do {
      String name = cursor.newName("in");
      cursor.expectWord("in");
      Expr in = expression();
      result.add(new Expr.Iterator(name, in, cursor.take("..") ? expression() : null));
    } while (cursor.take(","));
    return result;
  }

  private Expr lambda() {
    cursor.expect("(");
    List<String> parameters = new ArrayList<>();
    List<FeelType> types = new ArrayList<>();
    while (!cursor.take(")")) {
      if (!parameters.isEmpty()) {
        cursor.expect(",");
      }
      parameters.add(cursor.newName(",", ")", ":"));
      types.add(cursor.take(":") ? new TypeReader(cursor).type() : FeelType.ANY);
    }
    if (cursor.lookingWord("external")) {
      throw new FeelFault(
          "feel-external", "不运行外部函数（Java、PMML）。", "external functions (Java, PMML) are not run.");
    }
    return new Expr.Lambda(parameters, types, expression());
  }

  private Expr disjunction() {
    Expr left = conjunction();
    while (cursor.takeWord("or")) {
      left = new Expr.Binary(Operator.OR, left, conjunction());
    }
    return left;
  }

  private Expr conjunction() {
    Expr left = relation();
    while (cursor.takeWord("and")) {
      left = new Expr.Binary(Operator.AND, left, relation());
    }
    return left;
  }

  private Expr relation() {
    Expr left = arithmetic();
    while (true) {
      Operator operator = comparison();
      if (operator != null) {
        left = new Expr.Binary(operator, left, arithmetic());
      } else if (cursor.takeWord("between")) {
        Expr low = arithmetic();
        cursor.expectWord("and");
        left = new Expr.Between(left, low, arithmetic());
      } else if (cursor.lookingWord("in") && cursor.takeWord("in")) {
        left = new Expr.In(left, membership());
      } else {
        return left;
      }
    }
  }

  /// What follows `in`: one test, or several in parentheses.
  private Expr.Tests membership() {
    int place = cursor.place();
    if (cursor.take("(")) {
      try {
        List<Expr> alternatives = alternatives();
        if (cursor.take(")")) {
          return new Expr.Tests(false, false, alternatives);
        }
      } catch (FeelFault _) {
        // an interval such as (1..5] opens like a list of tests; it is read as one below
        cursor.back(place);
      }
      cursor.back(place);
    }
    Operator operator = comparison();
    Expr test =
        operator == null
            ? arithmetic()
            : new Expr.Binary(operator, new Expr.Name("?"), arithmetic());
    return new Expr.Tests(false, false, List.of(test));
  }

  private Expr arithmetic() {
    Expr left = product();
    while (true) {
      if (cursor.take("+")) {
        left = new Expr.Binary(Operator.PLUS, left, product());
      } else if (cursor.take("-")) {
        left = new Expr.Binary(Operator.MINUS, left, product());
      } else {
        return left;
      }
    }
  }

  private Expr product() {
    Expr left = power();
    while (true) {
      if (cursor.looking("**")) {
        return left;
      } else if (cursor.take("*")) {
        left = new Expr.Binary(Operator.TIMES, left, power());
      } else if (cursor.take("/")) {
        left = new Expr.Binary(Operator.DIVIDED_BY, left, power());
      } else {
        return left;
      }
    }
  }

  private Expr power() {
    Expr left = unary();
    while (cursor.take("**")) {
      left = new Expr.Binary(Operator.POWER, left, unary());
    }
    return left;
  }

  private Expr unary() {
    if (cursor.take("-")) {
      return new Expr.Negation(unary());
    }
    Expr value = postfix(primary());
    while (cursor.lookingWord("instance")) {
      cursor.takeWord("instance");
      cursor.expectWord("of");
      value = new Expr.InstanceOf(value, new TypeReader(cursor).type());
    }
    return value;
  }

  private Expr postfix(Expr start) {
    Expr value = start;
    while (true) {
      if (cursor.looking("..")) {
        return value;
      } else if (cursor.take(".")) {
        value = new Expr.Path(value, cursor.name());
      } else if (cursor.looking("[") && !inInterval) {
        cursor.take("[");
        boolean before = inInterval;
        inInterval = false;
        Expr match = expression();
        inInterval = before;
        cursor.expect("]");
        value = new Expr.Filter(value, match);
      } else if (cursor.looking("(")) {
        value = call(value);
      } else {
        return value;
      }
    }
  }

  private Expr call(Expr function) {
    cursor.expect("(");
    boolean before = inInterval;
    inInterval = false;
    try {
      if (cursor.take(")")) {
        return new Expr.Call(function, List.of());
      }
      Matcher named =
          ARGUMENT_NAME.matcher(cursor.text()).region(cursor.place(), cursor.text().length());
      if (named.lookingAt()) {
        return namedCall(function);
      }
      List<Expr> arguments = new ArrayList<>();
      do {
        Operator operator = comparison();
        arguments.add(operator == null ? expression() : Literals.open(operator, arithmetic()));
      } while (cursor.take(","));
      cursor.expect(")");
      return new Expr.Call(function, arguments);
    } finally {
      inInterval = before;
    }
  }

  private Expr namedCall(Expr function) {
    List<Expr.Entry> arguments = new ArrayList<>();
    do {
      String name = cursor.newName(":");
      cursor.expect(":");
      arguments.add(new Expr.Entry(name, expression()));
    } while (cursor.take(","));
    cursor.expect(")");
    return new Expr.NamedCall(function, arguments);
  }

  private Expr primary() {
    char c = cursor.peek();
    if (c == '(') {
      return parenthesis();
    } else if (c == '[') {
      return bracket();
    } else if (c == ']') {
      cursor.take("]");
      return interval(false, bare());
    } else if (c == '{') {
      return context();
    }
    Expr literal = literals.read();
    if (literal != null) {
      return literal;
    }
    if (cursor.lookingWord("function")) {
      cursor.takeWord("function");
      return lambda();
    }
    return new Expr.Name(cursor.name());
  }

  private Expr bare() {
    boolean before = inInterval;
    inInterval = false;
    Expr read = expression();
    inInterval = before;
    return read;
  }

  private Expr parenthesis() {
    cursor.expect("(");
    boolean before = inInterval;
    inInterval = false;
    try {
      Operator operator = comparison();
      if (operator != null) {
        Expr open = Literals.open(operator, arithmetic());
        cursor.expect(")");
        return open;
      }
      Expr first = expression();
      if (cursor.looking("..")) {
        return interval(false, first);
      }
      cursor.expect(")");
      return first;
    } finally {
      inInterval = before;
    }
  }

  private Expr interval(boolean lowIncluded, Expr low) {
    cursor.expect("..");
    boolean before = inInterval;
    inInterval = true;
    Expr high = arithmetic();
    inInterval = before;
    boolean highIncluded = cursor.take("]");
    if (!highIncluded && !cursor.take(")")) {
      cursor.expect("[");
    }
    return new Expr.Interval(lowIncluded, low, high, highIncluded);
  }

  private Expr bracket() {
    cursor.expect("[");
    boolean before = inInterval;
    inInterval = false;
    try {
      List<Expr> items = new ArrayList<>();
      if (cursor.take("]")) {
        return new Expr.Listed(items);
      }
      do {
        Operator operator = comparison();
        Expr item = operator == null ? expression() : Literals.open(operator, arithmetic());
        if (items.isEmpty() && cursor.looking("..")) {
          return interval(true, item);
        }
        items.add(item);
      } while (cursor.take(","));
      cursor.expect("]");
      return new Expr.Listed(items);
    } finally {
      inInterval = before;
    }
  }

  private Expr context() {
    cursor.expect("{");
    boolean before = inInterval;
    inInterval = false;
    List<Expr.Entry> entries = new ArrayList<>();
    while (!cursor.take("}")) {
      if (!entries.isEmpty()) {
        cursor.expect(",");
      }
      Expr quoted = cursor.peek() == '"' ? literals.read() : null;
      String name = quoted instanceof Expr.Constant(String text) ? text : cursor.newName(":");
      literals.know(name);
      cursor.expect(":");
      entries.add(new Expr.Entry(name, expression()));
    }
    inInterval = before;
    return new Expr.Context(entries);
  }
}

package org.ronghe.engines.rule.feel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.feel.Expr.Operator;

/// Turns FEEL into closures. A name nobody declared is a [FeelFault]: it may be a typing error, and
/// a silent null would be a wrong answer.
public final class Compiler {
  private final Names names;
  private final Function<String, @Nullable FeelType> types;
  private final Calls calls = new Calls(this);
  private final Loops loops = new Loops(this);
  private final Checks checks = new Checks(this);
  private int lambdas;

  /// @param types the declared types by name
  public Compiler(Names names, Function<String, @Nullable FeelType> types) {
    this.names = names;
    this.types = types;
  }

  /// Compiles an expression.
  ///
  /// @throws FeelFault when it is not understood
  public Node expression(String text, Scope scope) {
    return compile(Parser.expression(text, names), scope);
  }

  /// Compiles unary tests; `?` is the value under test.
  ///
  /// @throws FeelFault when they are not understood
  public Check tests(String text, Scope scope) {
    return checks.compile(Parser.tests(text, names), scope);
  }

  /// The boundaries that unary tests speak of, when they are plain; for analysis.
  ///
  /// @throws FeelFault when they are not understood
  public Plain plain(String text) {
    return Plain.of(Parser.tests(text, names));
  }

  /// Reads a type by name, declared or built in.
  public FeelType type(String name) {
    return resolve(new TypeReader(new Cursor(name, names.copy())).type());
  }

  /// A function of the model, for calls by name.
  public Node lambda(List<String> parameters, List<FeelType> types, Scope inner, Node body) {
    lambdas++;
    return calls.lambda(parameters, types, inner, body);
  }

  /// A scope for the body of a function, its parameters declared in slots 0, 1, ….
  public static Scope parameters(Scope scope, List<String> parameters) {
    Scope inner = scope.function();
    parameters.forEach(inner::declare);
    return inner;
  }

  /// Calls a function value with named arguments.
  public Node invocation(Node function, List<String> names, List<Node> arguments) {
    return calls.named(function, names, arguments);
  }

  /// `for variable in list return result`, over a body the caller compiles.
  public Node iteration(String variable, Node in, Scope scope, Function<Scope, Node> body) {
    return loops.iteration(variable, in, scope, body);
  }

  /// `some` or `every`.
  public Node quantified(
      boolean every, String variable, Node in, Scope scope, Function<Scope, Node> body) {
    return loops.quantified(every, variable, in, scope, body);
  }

  /// `list[match]`.
  public Node filter(Node list, Scope scope, Function<Scope, Node> match) {
    return loops.filter(list, scope, match);
  }

  int lambdas() {
    return lambdas;
  }

  FeelType resolve(FeelType type) {
    return switch (type) {
      case FeelType.Named(String name) -> {
        FeelType declared = types.apply(name);
        if (declared == null) {
          throw new FeelFault(
              "feel-type", "没有名为“" + name + "”的类型。", "there is no type “" + name + "”.");
        }
        yield declared;
      }
      case FeelType.ListOf(FeelType item) -> new FeelType.ListOf(resolve(item));
      case FeelType.RangeOf(FeelType end) -> new FeelType.RangeOf(resolve(end));
      case FeelType.ContextOf context -> {
        Map<String, FeelType> resolved = new LinkedHashMap<>();
        context.fields().forEach((name, field) -> resolved.put(name, resolve(field)));
        yield new FeelType.ContextOf(resolved);
      }
      case FeelType.Simple simple -> simple;
      case FeelType.Restricted restricted -> restricted;
    };
  }

  Node compile(Expr expression, Scope scope) {
    return switch (expression) {
      case Expr.Constant(Object value) -> new Node.Fixed(value);
      case Expr.Name(String name) -> name(name, scope);
      case Expr.Path(Expr of, String name) -> path(of, name, scope);
      case Expr.Filter(Expr of, Expr match) ->
          loops.filter(compile(of, scope), scope, inner -> compile(match, inner));
      case Expr.Call call -> calls.positional(call, scope);
      case Expr.NamedCall call -> calls.named(call, scope);
      case Expr.Binary binary -> binary(binary, scope);
      case Expr.Negation(Expr of) -> folded(compile(of, scope), Arithmetic::negated);
      case Expr.Between between -> between(between, scope);
      case Expr.In(Expr value, Expr.Tests tests) -> in(value, tests, scope);
      case Expr.InstanceOf(Expr value, FeelType type) -> instance(compile(value, scope), type);
      case Expr.If conditional -> conditional(conditional, scope);
      case Expr.For(List<Expr.Iterator> over, Expr result) -> loops.compile(over, result, scope);
      case Expr.Quantified quantified -> loops.compile(quantified, scope);
      case Expr.Lambda(List<String> parameters, List<FeelType> kinds, Expr body) -> {
        Scope inner = parameters(scope, parameters);
        Node compiled = compile(body, inner);
        yield lambda(parameters, kinds.stream().map(this::resolve).toList(), inner, compiled);
      }
      case Expr.Listed(List<Expr> items) -> list(items, scope);
      case Expr.Context(List<Expr.Entry> entries) -> context(entries, scope);
      case Expr.Interval interval -> interval(interval, scope);
    };
  }

  private static Node name(String name, Scope scope) {
    Node found = scope.find(name);
    if (found != null) {
      return found;
    }
    int dot = name.lastIndexOf('.');
    if (dot > 0) {
      // a name of the model may look like a path (a parameter called Person.Age): here it is one
      Node of = name(name.substring(0, dot), scope);
      String field = name.substring(dot + 1);
      return folded(of, one -> property(one, field));
    }
    Builtins.Builtin builtin = Builtins.of(name);
    if (builtin == null) {
      throw new FeelFault(
          "feel-name",
          "没有名为“" + name + "”的变量或函数。",
          "there is no variable or function “" + name + "”.");
    }
    return new Node.Fixed(builtin);
  }

  private Node path(Expr of, String name, Scope scope) {
    Node value = compile(of, scope);
    return folded(value, one -> property(one, name));
  }

  private static @Nullable Object property(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> map) {
      return map.get(name);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> result = new ArrayList<>(list.size());
      for (Object one : list) {
        result.add(property(one, name));
      }
      return result;
    }
    return value == null ? null : Temporal.property(value, name);
  }

  static Node folded(Node of, Function<@Nullable Object, @Nullable Object> with) {
    return of instanceof Node.Fixed(Object constant)
        ? new Node.Fixed(with.apply(constant))
        : frame -> with.apply(of.value(frame));
  }

  private Node binary(Expr.Binary binary, Scope scope) {
    Node left = compile(binary.left(), scope);
    Node right = compile(binary.right(), scope);
    return switch (binary.operator()) {
      case OR -> frame -> Truth.or(left.value(frame), right, frame);
      case AND -> frame -> Truth.and(left.value(frame), right, frame);
      case EQUAL -> frame -> Values.equal(left.value(frame), right.value(frame));
      case NOT_EQUAL -> frame -> Truth.not(Values.equal(left.value(frame), right.value(frame)));
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> order(binary.operator(), left, right);
      case PLUS -> frame -> Arithmetic.plus(left.value(frame), right.value(frame));
      case MINUS -> frame -> Arithmetic.minus(left.value(frame), right.value(frame));
      case TIMES -> frame -> Arithmetic.times(left.value(frame), right.value(frame));
      case DIVIDED_BY -> frame -> Arithmetic.dividedBy(left.value(frame), right.value(frame));
      case POWER -> frame -> Arithmetic.power(left.value(frame), right.value(frame));
    };
  }

  private static Node order(Operator operator, Node left, Node right) {
    return frame -> {
      Integer order = Values.compare(left.value(frame), right.value(frame));
      return order == null ? null : holds(operator, order);
    };
  }

  static boolean holds(Operator operator, int order) {
    return switch (operator) {
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case OR, AND, PLUS, MINUS, TIMES, DIVIDED_BY, POWER ->
          throw new IllegalArgumentException(operator + " orders nothing");
    };
  }

  private Node between(Expr.Between between, Scope scope) {
    Node value = compile(between.value(), scope);
    Node low = compile(between.low(), scope);
    Node high = compile(between.high(), scope);
    return frame -> {
      Object one = value.value(frame);
      Integer below = Values.compare(one, low.value(frame));
      Integer above = Values.compare(one, high.value(frame));
      return below == null || above == null ? null : below >= 0 && above <= 0;
    };
  }

  private Node in(Expr value, Expr.Tests tests, Scope scope) {
    Node one = compile(value, scope);
    Scope inner = scope.nested();
    int slot = inner.declare("?");
    Checks.Asked asked = checks.asked(tests, inner);
    return frame -> {
      Object tested = one.value(frame);
      frame.set(slot, tested);
      return asked.answer(tested, frame);
    };
  }

  private Node instance(Node value, FeelType named) {
    FeelType type = resolve(named).unrestricted();
    boolean nothing =
        type instanceof FeelType.Simple(FeelType.Kind kind) && kind == FeelType.Kind.NULL;
    return frame -> {
      Object one = value.value(frame);
      return one == null ? nothing : type.holds(one);
    };
  }

  private Node conditional(Expr.If conditional, Scope scope) {
    Node condition = compile(conditional.condition(), scope);
    Node then = compile(conditional.then(), scope);
    Node otherwise = compile(conditional.otherwise(), scope);
    return frame ->
        Boolean.TRUE.equals(condition.value(frame)) ? then.value(frame) : otherwise.value(frame);
  }

  private Node list(List<Expr> items, Scope scope) {
    Node[] nodes = items.stream().map(item -> compile(item, scope)).toArray(Node[]::new);
    return frame -> {
      List<@Nullable Object> result = new ArrayList<>(nodes.length);
      for (Node node : nodes) {
        result.add(node.value(frame));
      }
      return result;
    };
  }

  private Node context(List<Expr.Entry> entries, Scope scope) {
    Scope inner = scope.nested();
    String[] keys = new String[entries.size()];
    int[] slots = new int[keys.length];
    Node[] values = new Node[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = entries.get(i).name();
      for (int j = 0; j < i; j++) {
        if (keys[j].equals(keys[i])) {
          throw new FeelFault(
              "feel-key", "键“" + keys[i] + "”重复。", "the key “" + keys[i] + "” is given twice.");
        }
      }
      Expr value = entries.get(i).value();
      boolean function = value instanceof Expr.Lambda;
      slots[i] = function ? inner.declare(keys[i]) : -1;
      values[i] = compile(value, inner);
      slots[i] = function ? slots[i] : inner.declare(keys[i]);
    }
    return frame -> {
      Map<String, @Nullable Object> result = LinkedHashMap.newLinkedHashMap(keys.length);
      for (int i = 0; i < keys.length; i++) {
        Object value = values[i].value(frame);
        frame.set(slots[i], value);
        result.put(keys[i], value);
      }
      return Collections.unmodifiableMap(result);
    };
  }

  private Node interval(Expr.Interval interval, Scope scope) {
    Expr from = interval.low();
    Expr to = interval.high();
    Node low = from == null ? new Node.Fixed(null) : compile(from, scope);
    Node high = to == null ? new Node.Fixed(null) : compile(to, scope);
    boolean open = from == null || to == null;
    return frame -> {
      Object start = low.value(frame);
      Object end = high.value(frame);
      Object known = start == null ? end : start;
      if (known == null || Values.compare(known, known) == null) {
        return null;
      }
      if (!open) {
        Integer order = Values.compare(start, end);
        if (order == null || order > 0) {
          return null;
        }
      }
      boolean point = from == to;
      return new Range(interval.lowIncluded(), start, end, interval.highIncluded(), point);
    };
  }
}

package org.ronghe.engines.dig;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// One opening for several that would otherwise follow each other on the same ground.
///
/// @param members ids, in the order given
/// @param who of the members, each once
/// @param from first day on which all may begin
/// @param until last day; long enough for the longest of them
/// @param trench all of it, WGS-84
/// @param together_m metres of trench opened together
/// @param apart_m metres if each opened alone
/// @param shares per member, its part of `together_m`: where k share a metre each bears a kth
public record JointOpening(
    List<String> members,
    List<String> who,
    LocalDate from,
    LocalDate until,
    Geometry trench,
    double together_m,
    double apart_m,
    List<Share> shares) {
  public JointOpening {
    members = List.copyOf(members);
    who = List.copyOf(who);
    shares = List.copyOf(shares);
  }

  /// @param length_m its own trench
  /// @param bears_m what it bears of the common one
  public record Share(String member, double length_m, double bears_m) {}

  /// Metres of road that are not opened a second time.
  public double saved_m() {
    return apart_m - together_m;
  }

  /// The joint opening that saves most metres for `opening`, among `others` whose trench runs
  /// within reach and whose days can be brought together; empty when there is none worth it. Works
  /// that are OPEN or PERMITTED keep their days unless they said they can move; an emergency does
  /// not wait.
  public static Optional<JointOpening> propose(
      Opening opening, List<Opening> others, DigRules rules) {
    LocalPlane plane = new LocalPlane(opening.trench().getCentroid().getCoordinate());
    List<Opening> near = new ArrayList<>(List.of(opening));
    others.stream()
        .filter(other -> !other.id().equals(opening.id()))
        .filter(other -> shared(plane, opening, other, rules) > 0)
        .filter(other -> common(List.of(opening, other)).isPresent())
        .sorted(
            Comparator.comparingDouble((Opening other) -> -shared(plane, opening, other, rules))
                .thenComparing(Opening::id))
        .forEach(other -> {
          near.add(other);
          if (common(near).isEmpty()) {
            near.removeLast();
          }
        });
    if (near.size() == 1) {
      return Optional.empty();
    }
    JointOpening joint = of(near, plane, rules);
    return joint.saved_m() > 0 ? Optional.of(joint) : Optional.empty();
  }

  private static double shared(LocalPlane plane, Opening one, Opening other, DigRules rules) {
    return DigCheck.shared_m(
        plane.toMetres(one.trench()), plane.toMetres(other.trench()), rules.jointDistance_m());
  }

  private static JointOpening of(List<Opening> members, LocalPlane plane, DigRules rules) {
    List<Geometry> lines = members.stream().map(member -> line(plane, member)).toList();
    List<Geometry> own = new ArrayList<>();
    double[] bears_m = new double[members.size()];
    double together_m = 0;
    for (int i = 0; i < members.size(); i++) {
      Geometry rest = lines.get(i);
      for (int j = 0; j < i; j++) {
        rest = rest.difference(lines.get(j).buffer(rules.jointDistance_m()));
      }
      own.add(rest);
      together_m += rest.getLength();
    }
    for (Geometry stretch : own) {
      share(stretch, lines, rules, bears_m);
    }
    double apart_m = lines.stream().mapToDouble(Geometry::getLength).sum();
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      shares.add(new Share(members.get(i).id(), lines.get(i).getLength(), bears_m[i]));
    }
    Window window = common(members).orElseThrow();
    SequencedSet<String> who = new LinkedHashSet<>(members.stream().map(Opening::who).toList());
    return new JointOpening(
        members.stream().map(Opening::id).toList(),
        List.copyOf(who),
        window.from(),
        window.until(),
        plane.toDegrees(UnaryUnionOp.union(own)),
        together_m,
        apart_m,
        shares);
  }

  /// Adds to each member its part of a stretch: piece by piece, equally among those within reach.
  private static void share(
      Geometry stretch, List<Geometry> lines, DigRules rules, double[] bears_m) {
    List<Piece> pieces = new ArrayList<>(List.of(new Piece(stretch, new ArrayList<>())));
    for (int member = 0; member < lines.size(); member++) {
      Geometry reach = lines.get(member).buffer(rules.jointDistance_m());
      List<Piece> next = new ArrayList<>();
      for (Piece piece : pieces) {
        Geometry inside = piece.line().intersection(reach);
        Geometry outside = piece.line().difference(reach);
        if (inside.getLength() > 0) {
          List<Integer> with = new ArrayList<>(piece.members());
          with.add(member);
          next.add(new Piece(inside, with));
        }
        if (outside.getLength() > 0) {
          next.add(new Piece(outside, piece.members()));
        }
      }
      pieces = next;
    }
    for (Piece piece : pieces) {
      for (int member : piece.members()) {
        bears_m[member] += piece.line().getLength() / piece.members().size();
      }
    }
  }

  private record Piece(Geometry line, List<Integer> members) {}

  private static Geometry line(LocalPlane plane, Opening opening) {
    Geometry metres = plane.toMetres(opening.trench());
    Geometry line = DigCheck.asLine(metres);
    return line == null ? metres : line;
  }

  private record Window(LocalDate from, LocalDate until) {}

  /// The earliest days that suit all: each can begin between `from − slack` and `from + slack`, an
  /// emergency and works already open not before they do.
  private static Optional<Window> common(List<Opening> members) {
    LocalDate earliest = LocalDate.MIN;
    LocalDate latest = LocalDate.MAX;
    long days = 0;
    for (Opening member : members) {
      long slack =
          member.emergency() || member.stage() == Opening.Stage.OPEN ? 0 : member.slack_days();
      LocalDate from = member.from().minusDays(slack);
      LocalDate to = member.from().plusDays(slack);
      earliest = from.isAfter(earliest) ? from : earliest;
      latest = to.isBefore(latest) ? to : latest;
      days = Math.max(days, member.days());
    }
    return earliest.isAfter(latest)
        ? Optional.empty()
        : Optional.of(new Window(earliest, earliest.plusDays(days - 1)));
  }
}

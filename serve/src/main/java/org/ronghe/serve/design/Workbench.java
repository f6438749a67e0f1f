package org.ronghe.serve.design;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Service;

/// Reads the texts of a service and plays its examples. The server brings it: reading files is not
/// this room's business.
public interface Workbench {
  /// The texts of a version that is shipped, by file name; empty when it is not.
  Map<String, String> shipped(String id, String version);

  /// The catalogue with this version in it, and what is wrong with the texts.
  Reading read(Catalogue known, String id, String version, Map<String, String> texts);

  /// Plays the version's own examples.
  Trial play(Catalogue catalogue, Service service);

  /// @param catalogue with the version when it is sound, else as it was
  record Reading(Catalogue catalogue, List<Fault> faults) {
    public Reading {
      faults = List.copyOf(faults);
    }
  }

  /// Something wrong in a text.
  ///
  /// @param file e.g. `service.yaml`
  /// @param path JSON pointer to the field; `/` for the whole
  /// @param line where that is in the text, from 1; null when it cannot be told
  /// @param value the offending value; empty when something is missing
  /// @param maybe a guess; null for none
  record Fault(
      String code,
      String file,
      String path,
      @Nullable Integer line,
      String value,
      Words why,
      @Nullable Words maybe) {}

  /// @param failures what did not come out as an example says
  record Trial(int examples, List<Words> failures) {
    public Trial {
      failures = List.copyOf(failures);
    }
  }
}

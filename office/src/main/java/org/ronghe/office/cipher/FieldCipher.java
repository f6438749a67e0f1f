package org.ronghe.office.cipher;

/// Seals personal data before it is stored. What is sealed for one place (`context`) cannot be
/// opened as another's.
public interface FieldCipher {
  /// @param context where it belongs, e.g. a case number; must be given again to open
  byte[] seal(byte[] plain, String context);

  /// The plain bytes; throws [BrokenSeal] when they were altered, moved or sealed with another key.
  byte[] open(byte[] sealed, String context);

  /// A keyed hash that finds equal values without opening any; the same text always gives the same.
  byte[] fingerprint(String text);

  /// True when sealed with the key in use now; what is not can be opened and sealed again.
  boolean isCurrent(byte[] sealed);

  /// The sealed bytes are not what was sealed.
  final class BrokenSeal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenSeal(String context, Throwable cause) {
      super("sealed data of " + context + " cannot be opened", cause);
    }
  }
}

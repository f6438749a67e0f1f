package org.ronghe.office.seal;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// Bouncy Castle as a provider of this room's own: made when first used, never put into the list of
/// the JDK, so that nothing else changes by its presence.
public final class BouncyCastle {
  private BouncyCastle() {}

  public static Provider provider() {
    return Holder.PROVIDER;
  }

  private static final class Holder {
    static final Provider PROVIDER = new BouncyCastleProvider();
  }
}

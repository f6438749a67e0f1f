package org.ronghe.sources.mqtt;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Receipt;
import org.ronghe.sources.payload.PayloadFault;

/// What a publisher is told. All verdicts end the message: nothing is gained by sending it again.
record Answer(Verdict verdict, @Nullable String reason) {
  static final Answer TAKEN = new Answer(Verdict.TAKEN, null);

  /// How a message fared.
  enum Verdict {
    /// At least one reading was kept.
    TAKEN,
    /// None could be read or kept.
    REFUSED,
    /// None is the device's own.
    NOT_ALLOWED,
    /// No such topic here.
    NO_SUCH_TOPIC
  }

  /// The answer to a message whose readings fared as the receipt says.
  static Answer of(Receipt receipt) {
    if (receipt.rejected() == 0) {
      return TAKEN;
    }
    int sent = sent(receipt);
    Receipt.@Nullable Rejection first =
        receipt.rejections().isEmpty() ? null : receipt.rejections().getFirst();
    String why =
        first == null
            ? ""
            : ", first: " + first.index() + " " + first.code() + " " + first.message();
    String reason = receipt.rejected() + " of " + sent + " rejected" + why;
    if (receipt.rejected() < sent) {
      return new Answer(Verdict.TAKEN, reason);
    }
    Function<Receipt.Rejection, Boolean> foreign =
        r -> r.code().equals(PayloadFault.NOT_YOUR_POINT.code());
    boolean allForeign = receipt.rejections().stream().allMatch(foreign::apply);
    return new Answer(allForeign ? Verdict.NOT_ALLOWED : Verdict.REFUSED, reason);
  }

  /// Readings the message held.
  static int sent(Receipt receipt) {
    return receipt.stored()
        + receipt.duplicate()
        + receipt.flagged()
        + receipt.quarantined()
        + receipt.rejected();
  }
}

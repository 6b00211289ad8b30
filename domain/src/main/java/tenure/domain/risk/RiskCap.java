package tenure.domain.risk;

import tenure.domain.risk.event.RiskModelPublished;
import tenure.domain.shared.Code;
import tenure.domain.shared.Decimal;
import tenure.domain.shared.Described;

/** One cap of a risk model, as it is asked for. */
public record RiskCap(
        @Described("One of the signals of the model.") Code signal,

        @Described("The cap holds while the signal is at this value or below, with up to six decimals.")
        Decimal atOrBelow,

        @Described("Best band the customer can be in while the cap holds; one of the model.")
        Code band) {

    RiskModelPublished.Cap asPublished() {
        return new RiskModelPublished.Cap(signal.value(), atOrBelow.value(), band.value());
    }
}

package tenure.domain.risk;

import tenure.domain.risk.event.RiskModelPublished;
import tenure.domain.shared.Code;
import tenure.domain.shared.Described;

/** One band of a risk model, as it is asked for. */
public record RiskBand(
        @Described("What the band is called, such as red.") Code band,

        @Described("Least health in it; it ends where the next begins.")
        Health from) {

    RiskModelPublished.Band asPublished() {
        return new RiskModelPublished.Band(band.value(), from.value());
    }
}

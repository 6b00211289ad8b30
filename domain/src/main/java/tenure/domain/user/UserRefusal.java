package tenure.domain.user;

import tenure.domain.shared.Refusal;

/** Why a {@link User} says no. */
public enum UserRefusal implements Refusal {
    DEACTIVATED("The user has been deactivated; reactivate the user instead."),
    ERASED("The user has been erased for good; invite the person under another id.");

    private final String text;

    UserRefusal(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}

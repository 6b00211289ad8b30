package tenure.query.shared;

/**
 * An amount.
 *
 * @param currency   ISO 4217 code
 * @param minorUnits in the smallest unit of the currency
 */
public record Money(String currency, long minorUnits) {}

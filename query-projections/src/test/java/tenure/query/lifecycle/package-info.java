/** Made-up customers' lives, for comparing a view with a second, plain reading of the definitions. */
package tenure.query.lifecycle;

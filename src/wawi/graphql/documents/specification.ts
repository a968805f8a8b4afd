/** @returns the address of a section of the specification, as HotChocolate names it in `extensions.specifiedBy` */
export function specifiedBy(section: string): string {
  return `http://spec.graphql.org/October2021/#${section}`;
}

const PARTS = 'kro vex jul zan wor myk dru pli tosk gral fen bry qui hob lusk neb sti'.split(' ');
/** A prime, as the reckoning below needs. */
const COUNT = PARTS.length;

/** Parts of one name. */
const LENGTH = [1, 2, 3, 4, 5, 6];

/**
 * Invents customers that nobody mistakes for each other, each once: "Krovexjulzanwormyk". The assistant takes a
 * name that resembles a known one for that customer, as it should; so any two names differ in four of their six
 * parts at least: they are the values of different parabolas, and those meet in two points at most.
 *
 * @throws RangeError after 4,913 names
 */
export function customerNames(): () => string {
  let given = 0;
  return () => {
    const number = given++;
    if (number >= COUNT ** 3) throw new RangeError('bench durability: all names of customers are given');
    const [a, b, c] = [number, Math.floor(number / COUNT), Math.floor(number / COUNT ** 2)];
    const letters = LENGTH.map((x) => PARTS[(a + b * x + c * x * x) % COUNT]).join('');
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
}

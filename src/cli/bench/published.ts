/** What a vendor's engine reached on a set, as its paper or repository publishes it. */
export interface Published {
  readonly engine: string;
  /** In-scope accuracy at the lowest threshold, 0.1. */
  readonly accuracy: number;
  /** Multiclass Matthews coefficient at the best of nine thresholds, chosen on the test. */
  readonly bestMatthews: number;
  /** Area under the curve in scope against out of scope, computed from the published predictions. */
  readonly areaUnderCurve: number;
}

type Row = readonly [accuracy: number, matthews: number, area: number];

/**
 * HINT3 (Arora et al. 2020), from the predictions in `results/` of github.com/hellohaptik/HINT3 at commit
 * 99965c892ea9a6801a87083d3861b0b04c91a4e7, data version v1.
 */
const HINT3: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  'hint3-sofmattress': {
    Dialogflow: [0.732, 0.638, 0.869],
    Rasa: [0.693, 0.526, 0.792],
    LUIS: [0.593, 0.581, 0.868],
    Haptik: [0.723, 0.588, 0.839],
    BERT: [0.736, 0.617, 0.868],
  },
  'hint3-sofmattress-subset': {
    Dialogflow: [0.654, 0.555, 0.828],
    Rasa: [0.563, 0.433, 0.723],
    LUIS: [0.494, 0.492, 0.831],
    Haptik: [0.641, 0.496, 0.808],
    BERT: [0.571, 0.492, 0.798],
  },
  'hint3-powerplay11': {
    Dialogflow: [0.596, 0.353, 0.728],
    Rasa: [0.491, 0.34, 0.709],
    LUIS: [0.48, 0.359, 0.762],
    Haptik: [0.665, 0.425, 0.766],
    BERT: [0.585, 0.347, 0.699],
  },
  'hint3-powerplay11-subset': {
    Dialogflow: [0.556, 0.33, 0.72],
    Rasa: [0.385, 0.249, 0.667],
    LUIS: [0.44, 0.364, 0.766],
    Haptik: [0.593, 0.353, 0.749],
    BERT: [0.531, 0.302, 0.688],
  },
};

/** The published figures of a set; none where nobody published any for it. */
export function publishedFor(set: string): Published[] {
  return Object.entries(HINT3[set] ?? {}).map(([engine, [accuracy, bestMatthews, areaUnderCurve]]) => ({
    engine,
    accuracy,
    bestMatthews,
    areaUnderCurve,
  }));
}

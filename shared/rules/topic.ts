import type { Bucket } from "#shared/domain/credit.ts";
import type { Programme } from "./programme.ts";

export type TrainingTitle = {
	readonly title: string;
	readonly provider?: string | null;
	readonly description?: string | null;
	readonly claimedCategory?: Bucket | null;
};

export type Classification = {
	/** null: a person decides */
	readonly bucket: Bucket | null;
	readonly exclusion: "none" | "named" | "look-alike" | "clinical";
	readonly why: string;
	readonly matchedWords: string[];
	readonly list: string;
	readonly citation: string;
};

/** What a training is about, by the programme's own lists of words. */
export function classifyTraining(
	_programme: Programme,
	_training: TrainingTitle,
): Classification {
	return {
		bucket: null,
		exclusion: "none",
		why: "No list of topics has been read.",
		matchedWords: [],
		list: "",
		citation: "",
	};
}

/** Names of a made-up roster. Any likeness to anybody is chance: first and last names are put together by a seed. */
const inLine = (words: string) => words.trim().split(/\s+/);

export const firstNames = inLine(`
  Adrienne Alphonse Amos Annette Antoine Arlene Aubrey Avery Barbara Benoit Bertha Blanche Brandon Camille Carlton
  Cedric Clarice Claude Clementine Corinne Cornelius Curtis Daphne Darrell Delphine Denise Dexter Dominic Doris Edwin
  Elaine Elton Ernest Estelle Etta Eugene Evangeline Felix Flora Floyd Francine Genevieve Gilbert Giselle Gordon Harriet
  Hector Hilda Horace Ignatius Imelda Isadore Jacinta Jerome Josephine Julius Karina Kendrick Lavinia Leander Leona
  Lionel Loretta Lucien Mabel Malcolm Marcel Maurice Melba Mireille Monica Nathaniel Nettie Noelle Octavia Odette Orville
  Patrice Percy Phyllis Preston Quincy Ramona Raoul Regina Reuben Rhonda Roland Rosetta Sabrina Sheldon Simone Solange
  Stanford Tamika Terrence Thelma Tobias Ursula Vanessa Vernon Viola Walter Wilfred Xavier Yolanda Zachary Zelda
`);

export const lastNames = inLine(`
  Abshire Acosta Albritton Amedee Arceneaux Aucoin Babin Badeaux Barrios Bellard Benoit Bergeron Bienvenu Blanchard
  Boutte Breaux Broussard Bujol Cantrelle Carbo Castille Chaisson Charpentier Clement Cormier Cortez Coulon Daigle
  Dauterive Delcambre Denais Desormeaux Devillier Domingue Doucet Dufrene Dugas Duhon Dupuis Estopinal Falgout Faucheux
  Folse Fontenette Frilot Gaspard Gauthreaux Gisclair Granger Gravois Guidroz Guillory Haydel Himel Honore Jeansonne
  Kerne Labauve Lachney Lagarde Landeche Lasseigne LeBoeuf Lejeune Leonards Lirette Loupe Maitland Marchand Martinez
  Mouton Naquin Navarre Olivier Ourso Parent Pellerin Perrin Picou Plaisance Poche Porche Prejean Quintal Rabalais
  Richoux Robichaux Rodrigue Rousselle Sagona Schexnayder Serpas Simoneaux Songy Stafford Tauzin Templet Terrebonne
  Toups Trahan Usey Vallot Vicknair Waguespack Wattigny Yates Zeno
`);
